import Configuration

/// All that was given, from all sources, behind one reader that knows their precedence.
struct SettingsSources {
    /// The values of each source by the name of the setting. An empty value counts as not given.
    private(set) var values: [SettingsSource: [String: String]] = [:]
    /// What the sources are called in messages.
    private var labels: [SettingsSource: String] = [.flags: "command line", .environment: "environment"]
    /// Files that could not be read as what they should be.
    private(set) var errors: [SettingsError] = []
    private(set) var warnings: [String] = []

    private let recorder = OriginRecorder()
    private var reader: ConfigReader

    /// A value and where it is from.
    struct Found: Equatable {
        let text: String
        let source: SettingsSource
    }

    /// Gathers flags (by the names of their settings) and environment, and reads the files that they name.
    init(flags: [String: String], environment: [String: String], configPath: String?, files: SettingsFiles) {
        self.reader = ConfigReader(provider: InMemoryProvider(values: [:]))
        self.values[.flags] = flags.filter { !$0.value.isEmpty }
        self.values[.environment] = environment.filter { !$0.value.isEmpty }
        self.readEnvironmentFile(named: environment[SettingName.environmentFile], files)
        self.readConfigFile(configPath, files)
        self.reader = ConfigReader(
            providers: SettingsSource.allCases.map { source in
                EnvironmentVariablesProvider(
                    environmentVariables: self.values[source] ?? [:],
                    secretsSpecifier: .dynamic { name, _ in SettingName(rawValue: name)?.isSecret ?? false })
            },
            accessReporter: self.recorder)
    }

    /// The value that counts for `name`: a setting's, or that of a secret's `_FILE`.
    func find(_ name: String, isSecret: Bool) -> Found? {
        let key = ConfigKey(name.lowercased().split(separator: "_").map { String($0) })
        guard let text = self.reader.string(forKey: key, isSecret: isSecret),
            let source = self.recorder.last.flatMap({ SettingsSource(rawValue: $0) })
        else { return nil }
        return Found(text: text, source: source)
    }

    /// What `source` is called in a message.
    func label(_ source: SettingsSource) -> String {
        self.labels[source] ?? "\(source)"
    }

    private mutating func readEnvironmentFile(named given: String?, _ files: SettingsFiles) {
        let path = given.flatMap { $0.isEmpty ? nil : $0 }
        let name = path ?? ".env"
        self.labels[.environmentFile] = name
        do throws(ValueFault) {
            guard let text = try files.text(name) else {
                guard path == nil else { throw ValueFault("names \"\(name)\", which does not exist") }
                return
            }
            let file = DotEnvFile(text)
            self.values[.environmentFile] = file.values.filter { !$0.value.isEmpty }
            self.warnings += file.badLines.map { "\(name), line \($0), is neither NAME=VALUE nor a comment" }
        } catch {
            self.refuse(SettingName.environmentFile, path == nil ? "\"\(name)\" \(error.reason)" : error.reason)
        }
    }

    private mutating func readConfigFile(_ path: String?, _ files: SettingsFiles) {
        guard let path else { return }
        self.labels[.configFile] = path
        do throws(ValueFault) {
            guard let bytes = try files.read(path) else { throw ValueFault("does not exist") }
            self.values[.configFile] = try ConfigFile(bytes, path: path).values
        } catch {
            self.refuse("--config", "\"\(path)\" \(error.reason)")
        }
    }

    private mutating func refuse(_ setting: String, _ fault: String) {
        self.errors.append(SettingsError(setting: setting, fault: fault, origin: nil, example: nil))
    }
}
