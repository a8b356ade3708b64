import Foundation
import JSON
import NIOHTTP1

/// A headless Chromium, driven by W3C WebDriver over `chromedriver`.
struct WebDriver {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let session: JSONEndpoint

    static var isInstalled: Bool { ChildProcess.find("chromedriver") != nil }

    /// How long an element may take to appear; looking for one waits for it.
    private static let patience = Duration.seconds(30)

    /// Starts a browser with a window of that size, does `body`, and closes it.
    static func browsing(width: Int, height: Int, _ body: (WebDriver) async throws -> Void) async throws {
        guard let program = ChildProcess.find("chromedriver") else { throw Failure(description: "no chromedriver") }
        let process = try ChildProcess(program, ["--port=0"])
        do {
            let printed = try await process.output(until: "successfully on port ")
            guard let port = printed.firstMatch(of: /successfully on port (\d+)/)?.output.1 else {
                throw Failure(description: printed)
            }
            let driver = try await WebDriver(
                server: JSONEndpoint(url: "http://127.0.0.1:\(port)"), width: width, height: height)
            do {
                try await body(driver)
            } catch {
                try? await driver.quit()
                throw error
            }
            try await driver.quit()
        } catch {
            process.kill()
            throw error
        }
        process.kill()
        _ = await process.status()
    }

    private init(server: JSONEndpoint, width: Int, height: Int) async throws {
        // Without a sandbox, since containers do not allow one; the pages are our own.
        let arguments = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--window-size=\(width),\(height)",
        ]
        let wanted = JSONWriter.object {
            $0.member(
                "capabilities",
                object: {
                    $0.member(
                        "alwaysMatch",
                        object: {
                            $0.member(
                                "timeouts",
                                object: {
                                    $0.member("implicit", Self.patience.components.seconds * 1_000)
                                })
                            $0.member("goog:loggingPrefs", object: { $0.member("browser", "ALL") })
                            $0.member(
                                "goog:chromeOptions",
                                object: {
                                    $0.member("args", array: { list in arguments.forEach { list.string($0) } })
                                })
                        })
                })
        }
        let value = try await Self.value(of: server, .POST, "/session", wanted)
        guard let id = value["sessionId"]?.string else { throw Failure(description: "no session") }
        self.session = JSONEndpoint(url: "\(server.url)/session/\(id)")
    }

    func open(_ url: String) async throws {
        try await self.call(.POST, "/url", JSONWriter.object { $0.member("url", url) })
    }

    /// Waits until an element is there that `xpath` describes, and returns its id.
    @discardableResult
    func find(_ xpath: String) async throws -> String {
        let wanted = JSONWriter.object {
            $0.member("using", "xpath")
            $0.member("value", xpath)
        }
        do {
            let value = try await self.call(.POST, "/element", wanted)
            return value.members.lazy.compactMap { $0.value.string }.first ?? ""
        } catch let failure as Failure {
            throw Failure(description: "\(xpath): \(failure)")
        }
    }

    func click(_ xpath: String) async throws {
        try await self.call(.POST, "/element/\(try await self.find(xpath))/click", Array("{}".utf8))
    }

    func write(_ text: String, into xpath: String) async throws {
        let element = try await self.find(xpath)
        try await self.call(.POST, "/element/\(element)/clear", Array("{}".utf8))
        try await self.call(.POST, "/element/\(element)/value", JSONWriter.object { $0.member("text", text) })
    }

    func text(of xpath: String) async throws -> String {
        try await self.call(.GET, "/element/\(try await self.find(xpath))/text").string ?? ""
    }

    /// What a script returns.
    func evaluate(_ script: String) async throws -> JSONValue {
        let body = JSONWriter.object {
            $0.member("script", script)
            $0.member("args", array: { _ in })
        }
        return try await self.call(.POST, "/execute/sync", body)
    }

    /// What the browser complained of: scripts that failed, content that the policy forbids.
    func complaints() async throws -> [String] {
        let log = try await self.call(.POST, "/se/log", Array(#"{"type":"browser"}"#.utf8))
        return log.elements.compactMap { $0["message"]?.string }
    }

    private func quit() async throws {
        try await self.call(.DELETE, "")
    }

    @discardableResult
    private func call(_ method: HTTPMethod, _ path: String, _ body: [UInt8]? = nil) async throws -> JSONValue {
        try await Self.value(of: self.session, method, path, body)
    }

    private static func value(
        of endpoint: JSONEndpoint, _ method: HTTPMethod, _ path: String, _ body: [UInt8]?
    ) async throws -> JSONValue {
        let (status, json) = try await endpoint.send(method, path, body)
        guard status == 200, let value = json.root["value"] else {
            throw Failure(description: json.root["value"]?["message"]?.string ?? "status \(status)")
        }
        return value
    }
}
