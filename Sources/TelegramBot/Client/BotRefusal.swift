import JSON

/// An error that the Bot API answered with: `{"ok":false,"error_code":…,"description":…,"parameters":{…}}`.
package struct BotRefusal: Equatable, Sendable {
    /// `error_code`, or the HTTP status where that is missing.
    package let code: Int
    /// Telegram's own text, redacted and cut to a bounded length.
    package let description: String
    /// Seconds to wait: from `parameters`, else from the text, else from the `Retry-After` header.
    package let retryAfterSeconds: Int?
    /// The supergroup that this group became.
    package let migrateTo: Int64?

    /// A refusal with these facts.
    package init(code: Int, description: String, retryAfterSeconds: Int? = nil, migrateTo: Int64? = nil) {
        self.code = code
        self.description = description
        self.retryAfterSeconds = retryAfterSeconds
        self.migrateTo = migrateTo
    }

    /// Reads the answer's root object.
    init(_ root: JSONValue, status: Int, retryAfterHeader: Int?, clean: (String) -> String) {
        let description = root["description"]?.string ?? ""
        let parameters = root["parameters"]
        self.code = root["error_code"]?.int64.flatMap(Int.init(exactly:)) ?? status
        self.description = clean(description)
        self.retryAfterSeconds =
            parameters?["retry_after"]?.int64.flatMap(Int.init(exactly:))
            ?? Self.seconds(in: description) ?? retryAfterHeader
        self.migrateTo = parameters?["migrate_to_chat_id"]?.int64
    }

    /// Whether the token is wrong, revoked, logged out, or not served here.
    package var isUnauthorized: Bool {
        switch self.code {
        case 401, 404, 421: true
        case 400: self.mentions("logged out")
        default: false
        }
    }

    /// Whether the text holds `words`, whatever their case. Telegram changes the case of its texts, not the words.
    func mentions(_ words: String) -> Bool {
        self.description.lowercased().contains(words)
    }

    /// The number in `… retry after 34`.
    private static func seconds(in description: String) -> Int? {
        guard let range = description.lowercased().firstRange(of: "retry after ") else { return nil }
        let digits = description.lowercased()[range.upperBound...].prefix { $0.isASCII && $0.isNumber }
        return Int(digits)
    }
}
