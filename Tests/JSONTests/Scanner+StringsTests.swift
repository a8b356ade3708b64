import JSON
import Testing

/// Strings are looked at eight bytes at a time; what matters may be at any place in the eight, and near the end.
struct ScannerStringsTests {
    @Test func `a string ends at its quote, wherever that is`() throws {
        for count in 0..<40 {
            for padding in 0..<10 {
                let contents = String(repeating: "x", count: count)
                let text = "[\"\(contents)\"" + String(repeating: " ", count: padding) + "]"
                #expect(try JSONDocument(text).root[0]?.string == contents)
            }
        }
    }

    @Test func `a control character is refused wherever it is`() {
        for count in 0..<24 {
            for control in UInt8(0)..<0x20 {
                let text = "\"" + String(repeating: "~", count: count)
                let bytes = Array(text.utf8) + [control] + Array("abcdefgh\"".utf8)
                #expect(throws: JSONError(offset: count + 1, reason: .syntax)) { _ = try JSONDocument(bytes) }
            }
        }
    }

    @Test func `an escape is decoded wherever it is`() throws {
        for count in 0..<24 {
            let before = String(repeating: "é", count: count % 3) + String(repeating: "b", count: count)
            let value = try JSONDocument("\"\(before)\\u00e9\\t\(before)\"").root
            #expect(value.string == before + "é\t" + before)
            #expect(value.hasEscapes)
        }
    }

    @Test func `each printable ASCII character may stand in a string as it is, but two`() throws {
        for byte in UInt8(0x20)...0x7F where byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") {
            for count in [0, 3, 7, 8, 15] {
                let contents = Array(repeating: UInt8(ascii: "a"), count: count) + [byte] + Array("bcdefghi".utf8)
                #expect(try JSONDocument([0x22] + contents + [0x22]).root.rawStringContents == contents[...])
            }
        }
    }
}
