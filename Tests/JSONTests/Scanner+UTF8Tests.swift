import JSON
import Testing

struct ScannerUTF8Tests {
    @Test(
        arguments: [
            [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xE0, 0x9F, 0xBF], [0xF0, 0x80, 0x80, 0xAF],
            [0xF0, 0x8F, 0xBF, 0xBF],  // overlong
            [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80],  // surrogates
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],  // above U+10FFFF
            [0x80], [0xBF], [0xFF], [0xFE], [0xE9], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98],  // cut off, alone
            [0xC3, 0x28], [0xE2, 0x28, 0xA1], [0xF0, 0x9F, 0x28, 0x80], [0xC3, 0xC3, 0xA9],
        ] as [[UInt8]])
    func `malformed UTF-8 in a string is refused where it begins`(_ bytes: [UInt8]) {
        let before = Array("[\"abcdefghijklé".utf8)
        let expected = JSONError(offset: before.count, reason: .invalidUTF8)
        let after = Array("\"]".utf8)
        let error = #expect(throws: JSONError.self) { _ = try JSONDocument(before + bytes + after) }
        #expect(error?.reason == expected.reason)
        #expect((error?.offset ?? 0) <= expected.offset + 2)
        // At the end of the text too, where there is nothing more to look at.
        #expect(throws: JSONError.self) { _ = try JSONDocument(before + bytes) }
    }

    @Test func `malformed UTF-8 outside of strings is refused`() {
        #expect(throws: JSONError(offset: 0, reason: .syntax)) { _ = try JSONDocument([0xFF]) }
        #expect(throws: JSONError(offset: 2, reason: .trailingBytes)) { _ = try JSONDocument([0x5B, 0x5D, 0xC3]) }
    }

    @Test func `exactly the sequences that the standard library accepts are accepted`() {
        let edges: [UInt8] = [0x7E, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2]
        for lead in UInt8(0x80)...0xFF {
            for second in edges {
                for third in edges {
                    for fourth in edges {
                        let sequence = [lead, second, third, fourth]
                        let isValid = String(validating: sequence, as: UTF8.self) != nil
                        let isAccepted = (try? JSONDocument([0x22] + sequence + [0x22])) != nil
                        if isAccepted != isValid { Issue.record("\(sequence)") }
                    }
                }
            }
        }
    }

    @Test func `every character is read as itself, as it is and escaped`() throws {
        for value in stride(from: UInt32(0), through: 0x10FFFF, by: 37) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let escaped = Character(scalar).utf16.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
            let plain = value < 0x20 || scalar == "\"" || scalar == "\\" ? escaped.joined() : String(scalar)
            let root = try JSONDocument("[\"\(plain)\",\"\(escaped.joined())\"]").root
            if root[0]?.string != String(scalar) || root[1]?.string != String(scalar) { Issue.record("U+\(value)") }
        }
    }
}
