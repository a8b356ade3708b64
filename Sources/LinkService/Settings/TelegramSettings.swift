/// Which bot this is, and which server speaks for Telegram.
package struct TelegramSettings: Sendable, Equatable {
    /// Where Telegram itself answers.
    package static let apiURLDefault = "https://api.telegram.org"

    /// The bot's token: digits, a colon, then letters, digits, `_` and `-`.
    package var token: Secret
    /// The Bot API server, `http` or `https`, without a slash at the end.
    package var apiURL: String

    /// The bot of `token` at `apiURL`, which must be of the shapes above.
    package init(token: Secret, apiURL: String = Self.apiURLDefault) {
        self.token = token
        self.apiURL = apiURL
    }
}
