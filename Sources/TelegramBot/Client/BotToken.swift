/// A bot's token, `digits:secret` as BotFather gives it.
///
/// It never prints: descriptions, debug output and mirrors show the bot's id, which is public, and nothing of the
/// secret.
package struct BotToken: Sendable, Hashable {
    /// Why a text is no token.
    package enum Fault: Error, Equatable, Sendable {
        /// There is no colon between a bot's id and a secret.
        case noColon
        /// What precedes the colon is no positive decimal number of 64 bits.
        case badBotID
        /// What follows the colon is empty or holds something other than `A-Za-z0-9_-`.
        case badSecret
    }

    /// Secrets shorter than this are replaced only as part of the whole token, for alone they may be ordinary words.
    private static let secretCharactersAlone = 16

    /// The bot's user id: the number before the colon.
    package let botID: Int64
    /// The secret in full, for the one place that builds request addresses.
    let text: String
    private let secret: String

    /// Reads a token, loosely: Telegram alone knows whether it is a real one.
    package init(_ text: String) throws(Fault) {
        guard let colon = text.firstIndex(of: ":") else { throw .noColon }
        let digits = text[..<colon]
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let botID = Int64(digits), botID > 0
        else { throw .badBotID }
        let secret = text[text.index(after: colon)...]
        guard !secret.isEmpty, secret.utf8.allSatisfy(WebhookSecret.isAllowed) else { throw .badSecret }
        self.botID = botID
        self.text = text
        self.secret = String(secret)
    }

    /// `text` without this token: the token, its percent-encoded forms and the bare secret are replaced.
    package func redact(_ text: String) -> String {
        guard text.contains(self.secret) else { return text }
        let mask = self.description
        var result = text
        for colon in [":", "%3A", "%3a"] {
            result = result.replacing("\(self.botID)\(colon)\(self.secret)", with: mask)
        }
        guard self.secret.utf8.count >= Self.secretCharactersAlone else { return result }
        return result.replacing(self.secret, with: "[redacted]")
    }
}

extension BotToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The bot's id and a mask.
    package var description: String { "\(self.botID):[redacted]" }
    /// As ``description``.
    package var debugDescription: String { self.description }
    /// A mirror without the secret, so that `dump` cannot show it.
    package var customMirror: Mirror { Mirror(self, children: ["botID": self.botID]) }
}
