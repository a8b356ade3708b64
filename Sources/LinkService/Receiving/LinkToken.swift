internal import Cryptography
internal import Linking

/// A link token as its bearer has it: base64url of the token's id and 16 random bytes, 43 characters.
struct LinkToken {
    /// The characters of every token.
    static let length = 43

    let id: TokenID
    let text: String

    /// Makes a new one.
    init(at time: Timestamp) {
        let random = SecureRandom.bytes(32)
        let words = random.withUnsafeBytes {
            ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
        self.id = TokenID(at: time, random: words)
        var bytes = Self.bytes(of: self.id)
        bytes.append(contentsOf: random[16...])
        self.text = Base64URL.encode(bytes)
    }

    /// Reads what somebody presents; nil if no token looks like that.
    init?(_ text: some StringProtocol) {
        guard text.utf8.count == Self.length, let bytes = Base64URL.decode(text), bytes.count == 32 else { return nil }
        let words = bytes.withUnsafeBytes {
            (
                UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)),
                UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
        self.id = TokenID(high: words.0, low: words.1)
        self.text = String(text)
    }

    /// What is kept of it: the SHA-256 of its text.
    var hash: SecretHash { SecretHash(SHA256.hash(self.text)) }

    static func bytes<Subject>(of id: Identifier<Subject>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        withUnsafeBytes(of: id.high.bigEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: id.low.bigEndian) { bytes.append(contentsOf: $0) }
        return bytes
    }
}
