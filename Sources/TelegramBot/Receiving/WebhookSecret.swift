import Cryptography

/// The `secret_token` that Telegram sends with every update, to prove that it is Telegram. It never prints.
package struct WebhookSecret: Sendable, Hashable {
    /// The header that carries it.
    package static let headerName = "X-Telegram-Bot-Api-Secret-Token"
    private static let charactersMax = 256
    private static let randomBytes = 32

    /// The secret itself, to be stored and told to Telegram.
    package let text: String
    private let bytes: [UInt8]

    /// Takes 1 to 256 of `A-Za-z0-9_-`; nil for anything else.
    package init?(_ text: String) {
        guard (1...Self.charactersMax).contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed) else {
            return nil
        }
        self.text = text
        self.bytes = Array(text.utf8)
    }

    private init(random: [UInt8]) {
        self.text = Base64URL.encode(random)
        self.bytes = Array(self.text.utf8)
    }

    /// A new secret of 256 random bits.
    package static func random() -> Self {
        Self(random: SecureRandom.bytes(Self.randomBytes))
    }

    /// Whether a request's header holds this secret. Takes the same time wherever they differ.
    package func matches(_ header: String?) -> Bool {
        guard let header else { return false }
        return constantTimeEqual(self.bytes, header.utf8)
    }

    /// Whether a byte is one of `A-Za-z0-9_-`.
    static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension WebhookSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// A mask.
    package var description: String { "[redacted]" }
    /// As ``description``.
    package var debugDescription: String { self.description }
    /// An empty mirror, so that `dump` cannot show the secret.
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
