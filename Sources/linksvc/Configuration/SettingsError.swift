/// One setting that cannot be used, and what to write instead.
struct SettingsError: Error, Equatable, Sendable {
    /// The setting's name.
    let setting: String
    /// What is wrong with the value. A secret's value is never in it.
    let fault: String
    /// Where the value came from, such as `environment` or a file; nil if there was none.
    let origin: String?
    /// A line that would work, such as `WEBHOOK_PORT=8000`; nil if nothing would.
    let example: String?
}

extension SettingsError: CustomStringConvertible {
    var description: String {
        var line = self.setting
        if let origin { line += " (\(origin))" }
        line += ": \(self.fault)"
        if let example { line += "; for example \(example)" }
        return line
    }
}
