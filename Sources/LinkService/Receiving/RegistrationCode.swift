internal import Cryptography
internal import Linking

/// A bot-first registration code: built like a link token, but of a kind of its own.
struct RegistrationCode {
    let id: CodeID
    let text: String

    init(at time: Timestamp) {
        let token = LinkToken(at: time)
        self.id = CodeID(high: token.id.high, low: token.id.low)
        self.text = token.text
    }

    /// Reads what somebody presents; nil if no code looks like that.
    init?(_ text: String) {
        guard let token = LinkToken(text) else { return nil }
        self.id = CodeID(high: token.id.high, low: token.id.low)
        self.text = token.text
    }

    /// What is kept of it.
    var hash: SecretHash { SecretHash(SHA256.hash(self.text)) }

    /// The application's address with this code in it.
    func url(in template: String) -> String {
        let parts = template.split(separator: "{code}", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 ? parts[0] + self.text + parts[1] : template
    }
}
