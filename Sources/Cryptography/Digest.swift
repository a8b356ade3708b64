/// The 32 bytes of a SHA-256, compared in constant time.
package struct Digest: Hashable, Sendable {
    /// How many bytes a digest has.
    package static let byteCount = 32

    /// The bytes as four numbers, big-endian: the first word holds the first eight bytes.
    package let words: (UInt64, UInt64, UInt64, UInt64)

    /// A digest of those words.
    package init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

    /// A digest of exactly 32 bytes, else nil.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        var words: [UInt64] = [0, 0, 0, 0]
        for (index, byte) in bytes.enumerated() { words[index >> 3] = words[index >> 3] << 8 | UInt64(byte) }
        self.words = (words[0], words[1], words[2], words[3])
    }

    /// A digest of exactly 64 hexadecimal digits of either case, else nil.
    package init?(hex: some StringProtocol) {
        var text = String(hex)
        guard let words = text.withUTF8({ Self.words(inHex: $0) }) else { return nil }
        self.words = words
    }

    /// A digest from the 32 bytes that `fill` writes.
    init(filling fill: (UnsafeMutableRawBufferPointer) -> Void) {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        withUnsafeMutableBytes(of: &words) { fill($0) }
        self.words = (words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian)
    }

    private static func words(inHex text: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64, UInt64, UInt64)? {
        guard text.count == Self.byteCount * 2 else { return nil }
        func word(_ index: Int) -> UInt64? {
            var word: UInt64 = 0
            for digit in text[index * 16..<(index + 1) * 16] {
                guard let value = Hex.value(digit) else { return nil }
                word = word << 4 | UInt64(value)
            }
            return word
        }
        guard let first = word(0), let second = word(1), let third = word(2), let fourth = word(3) else { return nil }
        return (first, second, third, fourth)
    }

    /// The bytes in order.
    package var bytes: [UInt8] { self.withUnsafeBytes { Array($0) } }

    /// 64 hexadecimal digits, lower case.
    package var hex: String { Hex.encode(self.bytes) }

    /// Calls `body` with the bytes in order. The pointer must not leave it.
    package func withUnsafeBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
        let ordered = (
            self.words.0.bigEndian, self.words.1.bigEndian, self.words.2.bigEndian, self.words.3.bigEndian
        )
        return try Swift.withUnsafeBytes(of: ordered, body)
    }

    /// Whether both are the same, in a time that does not depend on where they differ.
    package static func == (left: Digest, right: Digest) -> Bool {
        let first = (left.words.0 ^ right.words.0) | (left.words.1 ^ right.words.1)
        let second = (left.words.2 ^ right.words.2) | (left.words.3 ^ right.words.3)
        return first | second == 0
    }

    /// Feeds all words to `hasher`.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(self.words.0)
        hasher.combine(self.words.1)
        hasher.combine(self.words.2)
        hasher.combine(self.words.3)
    }
}

extension Digest: CustomStringConvertible {
    /// The same as ``hex``.
    package var description: String { self.hex }
}
