import ArgumentParser

/// The flags of every command that works on a data directory.
struct LocalOptions: ParsableArguments {
    @Option(
        name: [.customLong("data-dir"), .customLong("linksvc-data-dir")],
        help: ArgumentHelp("The service's data directory. (default: ./data)", valueName: "dir"))
    var dataDirectory: String?

    @Option(name: .customLong("config"), help: ArgumentHelp("Settings, as JSON or YAML.", valueName: "file"))
    var config: String?

    @Option(
        name: [.customLong("log-level"), .customLong("linksvc-log-level")],
        help: ArgumentHelp(
            "trace, debug, info, notice, warning, error or critical. (default: info)", valueName: "level"))
    var logLevel: String?

    @Option(
        name: [.customLong("log-format"), .customLong("linksvc-log-format")],
        help: ArgumentHelp("text or json, on standard error. (default: text)", valueName: "format"))
    var logFormat: String?

    /// The flags that were given, by the names of their settings.
    var flags: [String: String] {
        let given: [SettingName: String?] = [
            .dataDirectory: self.dataDirectory, .logLevel: self.logLevel, .logFormat: self.logFormat,
        ]
        return given.named
    }

    /// The settings for a command that works on the data directory and sends nothing.
    func settings(
        environment: [String: String]
    ) throws(SettingsFailure) -> (settings: LocalSettings, warnings: [String]) {
        try SettingsReader.readLocal(flags: self.flags, environment: environment, configPath: self.config)
    }
}

extension [SettingName: String?] {
    /// Without what was not given, by names.
    var named: [String: String] {
        var named: [String: String] = [:]
        for (name, value) in self {
            named[name.rawValue] = value
        }
        return named
    }
}
