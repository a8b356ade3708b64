import JSON

/// What a command that ended left behind.
struct CommandResult: Sendable {
    let status: Int32
    let output: String
    let errors: String

    /// Standard output without the newline at its end.
    var line: String { self.output.hasSuffix("\n") ? String(self.output.dropLast()) : self.output }

    /// Standard output read as JSON.
    var json: JSONValue { get throws { try JSONDocument(Array(self.line.utf8)).root } }
}
