/// Takes values out of the sources one by one, and keeps going when one is bad, so that all faults are told at once.
struct SettingsCollector {
    private let sources: SettingsSources
    private let files: SettingsFiles
    private(set) var errors: [SettingsError]
    private(set) var warnings: [String]

    /// A value that is longer than this is cut when a message shows it.
    private static let shownCharactersMax = 80

    init(_ sources: SettingsSources, _ files: SettingsFiles) {
        self.sources = sources
        self.files = files
        self.errors = sources.errors
        self.warnings = sources.warnings
    }

    /// The value of `name`, read by `parse`; nil if none was given, or a bad one, whose fault is kept.
    mutating func value<Value>(
        _ name: SettingName, _ parse: (String) throws(ValueFault) -> Value
    ) -> Value? {
        guard let found = self.find(name) else { return nil }
        do throws(ValueFault) {
            return try parse(found.text)
        } catch {
            let subject = name.isSecret ? "the value" : Self.shown(found.text)
            self.refuse(name, "\(subject) \(error.reason)", from: found.source)
            return nil
        }
    }

    /// Refuses a setting that the documentation names and that is not built yet.
    mutating func refuseIfGiven(_ name: SettingName, instead: String) {
        guard let found = self.sources.find(name.rawValue, isSecret: false) else { return }
        self.errors.append(
            SettingsError(
                setting: name.rawValue, fault: "is not supported yet; \(instead)",
                origin: self.sources.label(found.source),
                example: nil))
    }

    /// Says of a setting that was given, and is fine, why it changes nothing.
    mutating func warnIfGiven(_ name: SettingName, _ reason: String) {
        guard let found = self.given(name) else { return }
        self.warnings.append("\(name.rawValue) (\(self.sources.label(found.source))) has no effect: \(reason)")
    }

    /// Notes that `name` was given on the command line, where it can be read by others.
    mutating func warnIfFlag(_ name: SettingName) {
        guard self.sources.find(name.rawValue, isSecret: true)?.source == .flags else { return }
        self.warnings.append("\(name.rawValue) on the command line is shown by ps to everybody; use \(name.fileName)")
    }

    mutating func warn(_ text: String) {
        self.warnings.append(text)
    }

    mutating func refuse(_ name: SettingName, _ fault: String, from source: SettingsSource?) {
        self.errors.append(
            SettingsError(
                setting: name.rawValue, fault: fault, origin: source.map { self.sources.label($0) },
                example: "\(name.rawValue)=\(name.example)"))
    }

    /// What was given for `name`, itself or by way of a file; nil if neither.
    func given(_ name: SettingName) -> SettingsSources.Found? {
        let plain = self.sources.find(name.rawValue, isSecret: name.isSecret)
        return name.isSecret ? plain ?? self.sources.find(name.fileName, isSecret: false) : plain
    }

    /// The text of `name`. A secret may be in a file instead; of the two, the one of higher precedence counts.
    private mutating func find(_ name: SettingName) -> SettingsSources.Found? {
        let plain = self.sources.find(name.rawValue, isSecret: name.isSecret)
        guard name.isSecret, let file = self.sources.find(name.fileName, isSecret: false) else { return plain }
        guard let plain else { return self.content(of: file, for: name) }
        guard plain.source != file.source else {
            self.refuse(name, "both \(name.rawValue) and \(name.fileName) are given; keep one", from: plain.source)
            return nil
        }
        return plain.source.rawValue < file.source.rawValue ? plain : self.content(of: file, for: name)
    }

    private mutating func content(of file: SettingsSources.Found, for name: SettingName) -> SettingsSources.Found? {
        do throws(ValueFault) {
            guard let text = try self.files.text(file.text) else { throw ValueFault("does not exist") }
            let secret = text.hasSuffix("\r\n") || text.hasSuffix("\n") ? String(text.dropLast()) : text
            guard !secret.isEmpty else { throw ValueFault("is empty") }
            return SettingsSources.Found(text: secret, source: file.source)
        } catch {
            self.errors.append(
                SettingsError(
                    setting: name.fileName, fault: "\(Self.shown(file.text)) \(error.reason)",
                    origin: self.sources.label(file.source),
                    example: "\(name.fileName)=/run/secrets/\(name.rawValue.lowercased())"))
            return nil
        }
    }

    private static func shown(_ text: String) -> String {
        let cut = text.prefix(Self.shownCharactersMax)
        return cut.debugDescription + (cut.endIndex == text.endIndex ? "" : "…")
    }
}
