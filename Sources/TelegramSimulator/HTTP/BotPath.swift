/// What the path of a Bot API request says: `/bot<token>/<method>` or `/bot<token>/test/<method>`.
struct BotPath: Equatable {
    let token: String
    /// Empty if the path has none; then a parameter of that name says it.
    let method: String

    /// Nil if it is no such path.
    init?(_ path: Substring) {
        guard path.hasPrefix("/bot") else { return nil }
        var parts = path.dropFirst(4).split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count >= 2 else { return nil }
        if parts.count == 3, parts[1] == "test" { parts.remove(at: 1) }
        guard parts.count == 2 else { return nil }
        self.token = String(decoding: Parameters.decoded(Array(parts[0].utf8)[...]), as: UTF8.self)
        self.method = String(parts[1])
    }

    /// Whether the token looks like one: digits, a colon, and more.
    var isTokenWellFormed: Bool {
        let parts = self.token.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1)
        guard parts.count == 2 else { return false }
        return parts[0].allSatisfy(\.isDigit) && parts[1].allSatisfy { $0.isWord || $0 == UInt8(ascii: "-") }
    }
}
