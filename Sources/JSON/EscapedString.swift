/// The contents of a string that was found well-formed, and how to decode its escapes.
struct EscapedString {
    /// What becomes of half a surrogate pair.
    enum LoneSurrogates {
        /// U+FFFD, so that the result is UTF-8.
        case replaced
        /// Three bytes as if it were a character, so that different names stay different.
        case kept
    }

    private let contents: UnsafeBufferPointer<UInt8>

    init(_ contents: UnsafeBufferPointer<UInt8>) { self.contents = contents }

    /// The decoded text.
    var string: String {
        String(unsafeUninitializedCapacity: self.contents.count) { self.decode(into: $0, .replaced) }
    }

    /// The decoded text's bytes.
    func decoded(loneSurrogates: LoneSurrogates) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: self.contents.count) { buffer, count in
            count = self.decode(into: buffer, loneSurrogates)
        }
    }

    /// Writes the decoded text, which is never longer than the contents, and returns its length.
    private func decode(into buffer: UnsafeMutableBufferPointer<UInt8>, _ loneSurrogates: LoneSurrogates) -> Int {
        guard let base = self.contents.baseAddress else { return 0 }
        let scanner = Scanner(base: base, count: self.contents.count)
        var at = 0
        var length = 0
        while at < scanner.count {
            guard base[at] == UInt8(ascii: "\\"), at + 1 < scanner.count else {
                buffer[length] = base[at]
                length += 1
                at += 1
                continue
            }
            if let character = base[at + 1].escapedCharacter {
                buffer[length] = character
                length += 1
                at += 2
            } else {
                let (scalar, end) = self.scalar(at: at, scanner)
                let isLone = scalar & 0xFFFF_F800 == 0xD800
                length = Self.encode(isLone && loneSurrogates == .replaced ? 0xFFFD : scalar, into: buffer, at: length)
                at = end
            }
        }
        return length
    }

    /// The character of `\uXXXX` at `start`, or of two of them, and where they end.
    private func scalar(at start: Int, _ scanner: Scanner) -> (scalar: UInt32, end: Int) {
        let unit = scanner.codeUnit(at: start + 2) ?? 0xFFFD
        if unit & 0xFC00 == 0xD800, let low = scanner.escapedUnit(at: start + 6), low & 0xFC00 == 0xDC00 {
            return (0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF), start + 12)
        }
        return (unit, start + 6)
    }

    private static func encode(_ scalar: UInt32, into buffer: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int {
        func continuation(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F) }
        var at = start
        func put(_ byte: UInt8) {
            buffer[at] = byte
            at += 1
        }
        switch scalar {
        case 0..<0x80:
            put(UInt8(truncatingIfNeeded: scalar))
        case 0x80..<0x800:
            put(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            put(continuation(0))
        case 0x800..<0x10000:
            put(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            put(continuation(6))
            put(continuation(0))
        default:
            put(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            put(continuation(12))
            put(continuation(6))
            put(continuation(0))
        }
        return at
    }
}
