/// All settings that cannot be used, found in one go, so that an operator mends them in one go.
struct SettingsFailure: Error, Equatable, Sendable {
    /// What is wrong; never empty.
    let errors: [SettingsError]
    /// What is odd, and may explain it: a misspelt name, mostly.
    let warnings: [String]
}

extension SettingsFailure: CustomStringConvertible {
    /// One line for each fault.
    var description: String {
        self.errors.map { "error: \($0)" }.joined(separator: "\n")
    }
}
