import LinkService

@testable import linksvc

/// Reads settings from nothing but what a test gives.
struct SettingsFixture {
    static let token = "123456789:AbCdEfGhIjKlMnOpQrStUvWxYz012345678"

    var flags: [String: String] = [:]
    var environment: [String: String] = ["TELEGRAM_TOKEN": SettingsFixture.token]
    var configPath: String?
    var files: [String: String] = [:]

    func read() throws(SettingsFailure) -> (settings: Settings, warnings: [String]) {
        try SettingsReader.read(
            flags: self.flags, environment: self.environment, configPath: self.configPath, files: self.memory)
    }

    func readLocal() throws(SettingsFailure) -> (settings: LocalSettings, warnings: [String]) {
        try SettingsReader.readLocal(
            flags: self.flags, environment: self.environment, configPath: self.configPath, files: self.memory)
    }

    /// The settings with these variables beside the token.
    static func settings(_ environment: [String: String]) throws(SettingsFailure) -> Settings {
        try Self.with(environment).read().settings
    }

    static func warnings(_ environment: [String: String]) throws(SettingsFailure) -> [String] {
        try Self.with(environment).read().warnings
    }

    /// What is said about these variables, beside a good token unless they name one.
    static func errors(_ environment: [String: String]) -> [String] {
        Self.with(environment).errors()
    }

    func errors() -> [String] {
        do throws(SettingsFailure) {
            _ = try self.read()
            return []
        } catch {
            return error.errors.map { "\($0)" }
        }
    }

    private static func with(_ environment: [String: String]) -> SettingsFixture {
        var fixture = SettingsFixture()
        fixture.environment.merge(environment) { $1 }
        return fixture
    }

    private var memory: SettingsFiles {
        let files = self.files
        return SettingsFiles { path throws(ValueFault) in
            guard files[path] != "<directory>" else { throw ValueFault("is a directory") }
            return files[path].map { Array($0.utf8) }
        }
    }
}
