internal import Cryptography
internal import Linking

/// A bot-first registration code: looks like a link token, but is of a kind of its own.
struct RegistrationCode {
    let id: CodeID
    let text: String

    init(id: CodeID, text: String) {
        self.id = id
        self.text = text
    }

    /// Reads what somebody presents; nil if no code looks like that.
    init?(_ text: String) {
        guard let token = LinkToken(text) else { return nil }
        self.init(id: CodeID(high: token.id.high, low: token.id.low), text: token.text)
    }

    /// What is kept of it.
    var hash: SecretHash { SecretHash(SHA256.hash(self.text)) }
}
