import JSON
import Testing

struct JSONValueStringsTests {
    @Test(arguments: [
        (#""""#, ""), (#""abc""#, "abc"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0000""#, "\0"),
        (#""a\u0000b""#, "a\0b"), (#""\u00E9\u20ac""#, "é€"), (#""\uD83D\uDE00""#, "😀"), (#""\\u0041""#, "\\u0041"),
        (#""é€😀""#, "é€😀"), (#""\uDBFF\uDFFF""#, "\u{10FFFF}"), (#""\ud800\udc00""#, "\u{10000}"),
        (#""\ufffd""#, "\u{FFFD}"),
        (#""\u07ff\u0800\uFFFF""#, "\u{7FF}\u{800}\u{FFFF}"), (#""\u007f\u0080""#, "\u{7F}\u{80}"), (#""x\\""#, "x\\"),
    ])
    func `escapes are decoded`(_ text: String, expected: String) throws {
        let value = try JSONDocument(text).root
        #expect(value.string.map { Array($0.utf8) } == Array(expected.utf8))
        #expect(value.hasEscapes == text.contains("\\"))
        #expect(value.rawStringContents.map { Array($0) } == Array(text.utf8.dropFirst().dropLast()))
    }

    @Test(arguments: ["1", "null", "true", "[]", "{}", #"["a"]"#])
    func `what is no string has no text`(_ text: String) throws {
        let value = try JSONDocument(text).root
        #expect(value.string == nil)
        #expect(value.rawStringContents == nil)
        #expect(!value.hasEscapes)
        #expect(!value.stringEquals("1"))
        #expect(!value.stringEquals(""))
    }

    @Test func `a string is compared decoded`() throws {
        #expect(try JSONDocument(#""ping""#).root.stringEquals("ping"))
        #expect(try JSONDocument(#""p\u0069ng""#).root.stringEquals("ping"))
        #expect(try JSONDocument(#""""#).root.stringEquals(""))
        #expect(try !JSONDocument(#""ping""#).root.stringEquals("pin"))
        #expect(try !JSONDocument(#""ping""#).root.stringEquals("pingg"))
        #expect(try !JSONDocument(#""p\u0069ng""#).root.stringEquals("pong"))
    }
}
