import JSON
import Testing

struct JSONDocumentTests {
    @Test func `a document keeps the bytes it was given`() throws {
        let bytes = Array(" [ 1 ] ".utf8)
        let document = try JSONDocument(bytes)
        #expect(document.bytes == bytes)
        #expect(document.root.text == bytes[1..<6])
    }

    @Test func `strings are visited in the order of the text, names too`() throws {
        let document = try JSONDocument(#"{"a":["b",{"c":"d"}],"e\n":1,"f":"","g":{}}"#)
        var seen: [String] = []
        var offsets: [Int] = []
        document.forEachString {
            seen.append($0.string ?? "?")
            offsets.append($0.offset)
        }
        #expect(seen == ["a", "b", "c", "d", "e\n", "f", "", "g"])
        #expect(offsets == offsets.sorted())
    }

    @Test func `what is visited can be replaced by its offset and text`() throws {
        let document = try JSONDocument(#"{"text":"/start secret","n":["secret",7]}"#)
        var output: [UInt8] = []
        var copied = 0
        document.forEachString { string in
            guard string.string?.contains("secret") == true else { return }
            output += document.bytes[copied..<string.offset]
            output += Array(#""redacted""#.utf8)
            copied = string.offset + string.text.count
        }
        output += document.bytes[copied...]
        #expect(String(decoding: output, as: UTF8.self) == #"{"text":"redacted","n":["redacted",7]}"#)
    }

    @Test func `a document of one scalar is a document`() throws {
        #expect(try JSONDocument("null").root.isNull)
        #expect(try JSONDocument(" 7\n").root.int64 == 7)
        #expect(try JSONDocument(#""x""#).root.string == "x")
    }

    @Test func `a long text needs more entries than were reserved`() throws {
        let text = "[" + Array(repeating: "1", count: 100_000).joined(separator: ",") + "]"
        let root = try JSONDocument(text).root
        #expect(root.count == 100_000)
        #expect(root.elements.allSatisfy { $0.int64 == 1 })
    }

    @Test func `values outlive the variable that held the document`() throws {
        func second() throws -> JSONValue? { try JSONDocument(#"["first","second"]"#).root[1] }
        #expect(try second()?.string == "second")
    }
}
