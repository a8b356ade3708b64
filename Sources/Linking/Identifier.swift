/// A time-ordered 128-bit id (UUID version 7), typed by what it names.
///
/// Whoever issues the command makes it, so that deciding needs no randomness.
package struct Identifier<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A new id: 48 bits of time, then 74 of `random`.
    package init(at time: Timestamp, random: (UInt64, UInt64)) {
        let milliseconds = UInt64(bitPattern: time.milliseconds) & 0xFFFF_FFFF_FFFF
        self.high = milliseconds << 16 | 0x7000 | random.0 & 0x0FFF
        self.low = 0x8000_0000_0000_0000 | random.1 >> 2
    }

    /// Reads the canonical lower-case text form; nil for anything else.
    package init?(_ text: String) {
        var text = text
        guard let words = text.withUTF8({ Self.words(in: $0) }) else { return nil }
        self.init(high: words.high, low: words.low)
    }

    /// The id `distance` after this one: a command that makes several things numbers them from one id.
    package func advanced(by distance: Int) -> Self {
        Identifier(high: self.high, low: self.low &+ UInt64(distance))
    }

    package static func < (a: Self, b: Self) -> Bool {
        (a.high, a.low) < (b.high, b.low)
    }

    /// The canonical text form, 36 characters.
    package var description: String {
        String(unsafeUninitializedCapacity: 36) { text in
            var position = 0
            for nibble in 0..<32 {
                if nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20 {
                    text[position] = UInt8(ascii: "-")
                    position += 1
                }
                let word = nibble < 16 ? self.high : self.low
                let digit = UInt8(word >> UInt64(60 - nibble % 16 * 4) & 15)
                text[position] = digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "a")
                position += 1
            }
            return position
        }
    }

    // Not generic, because no other module could have it specialized: it runs for each id that is read.
    private static func words(in text: UnsafeBufferPointer<UInt8>) -> (high: UInt64, low: UInt64)? {
        guard text.count == 36 else { return nil }
        var words: (high: UInt64, low: UInt64) = (0, 0)
        for index in 0..<36 {
            let byte = text[index]
            if index == 8 || index == 13 || index == 18 || index == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = Self.value(ofHexDigit: byte) else { return nil }
            // The 16 digits of the first word end in front of the third hyphen.
            if index < 18 { words.high = words.high << 4 | digit } else { words.low = words.low << 4 | digit }
        }
        return words
    }

    private static func value(ofHexDigit byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
        default: nil  // Any other byte of 256.
        }
    }
}

package typealias TokenID = Identifier<Token>
package typealias LinkID = Identifier<Link>
package typealias NotificationID = Identifier<Notification>
package typealias CodeID = Identifier<Registration>
