// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// Warnings are errors where CI asks for it, so that a newer compiler's new warning never stops a user's build.
let strict = Context.environment["LINKSVC_STRICT"] == "1"
let swiftSettings = settings + (strict ? [.treatAllWarnings(as: .error)] : [])

let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
]
let nioConcurrency = Target.Dependency.product(name: "NIOConcurrencyHelpers", package: "swift-nio")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")

func target(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies, exclude: exclude,
        swiftSettings: swiftSettings)
}

let package = Package(
    name: "linksvc",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "linksvc", targets: ["linksvc"]),
        .library(name: "JSONRPC", targets: ["JSONRPC"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(
            url: "https://github.com/apple/swift-configuration", from: "1.4.0",
            traits: ["JSON", "YAML"]),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .executableTarget(
            name: "linksvc",
            dependencies: [
                "LinkService", "TelegramSimulator", "JSONRPC", "JSON", "EventLog", "Linking", "Cryptography",
                logging, lifecycle, signals, hummingbird, httpTypes, httpClient, nioConcurrency,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
            ] + nio,
            swiftSettings: swiftSettings),
        target(
            "LinkService",
            [
                "Linking", "EventLog", "LevelDB", "JSONRPC", "TelegramBot", "Cryptography", "JSON",
                logging, lifecycle, signals, hummingbird, httpTypes, nioConcurrency,
            ] + nio),
        target("Linking"),
        target("EventLog", ["LevelDB", "Cryptography", "JSON"]),
        target("LevelDB", ["CLevelDB"]),
        .systemLibrary(name: "CLevelDB", providers: [.apt(["libleveldb-dev"])]),
        target("JSONRPC", ["JSON", logging, nioConcurrency] + nio),
        target(
            "TelegramBot",
            ["JSON", "Cryptography", httpClient, logging, nioHTTP1] + nio),
        target("Cryptography", ["COpenSSL"]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        target("JSON"),
        target(
            "TelegramSimulator",
            ["JSON", hummingbird, httpTypes, httpClient, logging, lifecycle, nioConcurrency, nioHTTP1, nioSSL] + nio),

        tests(
            "linksvc",
            [
                "LinkService", "TelegramSimulator", "TelegramBot", "JSONRPC", "JSON", "EventLog", "Cryptography",
                httpClient, httpTypes, nioHTTP1,
            ] + nio, exclude: ["Fixtures"]),
        tests(
            "LinkService",
            [
                "Linking", "EventLog", "LevelDB", "TelegramBot", "TelegramSimulator", "JSONRPC", "JSON", "Cryptography",
                logging,
            ]),
        tests("Linking"),
        tests("EventLog", ["LevelDB", "Cryptography", "JSON"]),
        tests("LevelDB"),
        tests("JSONRPC", ["JSON", logging] + nio),
        tests("TelegramBot", ["TelegramSimulator", "JSON", logging] + nio),
        tests("Cryptography"),
        tests("JSON"),
        tests("TelegramSimulator", ["JSON", hummingbird, httpTypes, httpClient, lifecycle, nioHTTP1] + nio),
        .testTarget(name: "TidyTests", swiftSettings: swiftSettings),
    ]
)
