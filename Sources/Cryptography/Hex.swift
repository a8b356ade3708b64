/// Two hexadecimal digits a byte.
package enum Hex {
    /// The digits of `bytes`, lower case.
    package static func encode(_ bytes: some Collection<UInt8>) -> String {
        String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
            var length = 0
            for byte in bytes {
                buffer[length] = Self.digit(byte >> 4)
                buffer[length + 1] = Self.digit(byte & 15)
                length += 2
            }
            return length
        }
    }

    /// The bytes of an even number of digits of either case; nil of anything else.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        let digits = Array(String(text).utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        var high: UInt8?
        for digit in digits {
            guard let value = Self.value(digit) else { return nil }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - 0x30
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - 0x57
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - 0x37
        default: nil
        }
    }
}
