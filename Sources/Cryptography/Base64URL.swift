/// base64url without padding (RFC 4648 §5).
package enum Base64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// The text of `bytes`.
    package static func encode(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: (bytes.count * 4 + 2) / 3) { buffer in
            var length = 0
            var pending: UInt32 = 0
            var bits = 0
            func put(_ sextet: UInt32) {
                buffer[length] = Self.alphabet[Int(sextet & 63)]
                length += 1
            }
            for byte in bytes {
                pending = pending << 8 | UInt32(byte)
                bits += 8
                while bits >= 6 {
                    bits -= 6
                    put(pending >> bits)
                }
            }
            if bits > 0 { put(pending << (6 - bits)) }
            return length
        }
    }

    /// The bytes of `text`; nil if it holds anything else than the 64 characters (padding too), has an impossible
    /// length, or ends in bits that no encoder writes. So each byte sequence has one text only.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        let characters = Array(String(text).utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(characters.count * 3 / 4)
        var pending: UInt32 = 0
        var bits = 0
        for character in characters {
            guard let sextet = Self.sextet(character) else { return nil }
            pending = pending << 6 | sextet
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: pending >> bits))
            }
        }
        // One character alone in its group leaves 6 bits, which are not a byte.
        guard bits < 6, pending & (1 << bits - 1) == 0 else { return nil }
        return bytes
    }

    private static func sextet(_ character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character) + 4
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
