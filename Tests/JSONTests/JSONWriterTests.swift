import JSON
import Testing

struct JSONWriterTests {
    @Test func `commas and colons come by themselves`() {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("a")
        writer.int(1)
        writer.name("b")
        writer.beginArray()
        writer.int(1)
        writer.null()
        writer.beginObject()
        writer.endObject()
        writer.beginArray()
        writer.endArray()
        writer.bool(true)
        writer.endArray()
        writer.name("c")
        writer.raw(Array(#"{"x":[]}"#.utf8))
        writer.name("d")
        writer.string("e")
        writer.endObject()
        #expect(text(writer) == #"{"a":1,"b":[1,null,{},[],true],"c":{"x":[]},"d":"e"}"#)
    }

    @Test func `only what must be is escaped`() {
        var expected = ["\\b", "\\t", "\\n", "\\u000b", "\\f", "\\r"]
        expected = (0..<8).map { "\\u000\($0)" } + expected + ["\\u000e", "\\u000f"]
        expected += (0..<16).map { "\\u001" + String($0, radix: 16) }
        for (code, escape) in expected.enumerated() {
            let control = String(Unicode.Scalar(UInt8(code)))
            #expect(written { $0.string(control) } == "\"\(escape)\"")
        }
        #expect(written { $0.string("\"\\/\u{7F}é€😀<>&'\u{2028}") } == "\"\\\"\\\\/\u{7F}é€😀<>&'\u{2028}\"")
    }

    @Test func `an escape is written wherever it is`() {
        for count in 0..<20 {
            let plain = String(repeating: "é", count: count % 4) + String(repeating: "x", count: count)
            #expect(written { $0.string(plain + "\n" + plain + "\"") } == "\"\(plain)\\n\(plain)\\\"\"")
            #expect(written { $0.string(plain) } == "\"\(plain)\"")
        }
    }

    @Test func `names are escaped as strings are`() {
        #expect(
            written {
                $0.beginObject(); $0.name("a\n" as String); $0.null(); $0.endObject()
            } == #"{"a\n":null}"#)
        #expect(
            written {
                $0.beginObject(); $0.name("a\"" as StaticString); $0.null(); $0.endObject()
            } == #"{"a\"":null}"#)
    }

    @Test func `whole numbers of every size are written in full`() {
        #expect(written { $0.int(0) } == "0")
        #expect(written { $0.int(-1) } == "-1")
        #expect(written { $0.int(Int64.min) } == "-9223372036854775808")
        #expect(written { $0.int(UInt64.max) } == "18446744073709551615")
        #expect(written { $0.int(UInt8(200)) } == "200")
        #expect(written { $0.int(Int128.min) } == "-170141183460469231731687303715884105728")
    }

    @Test func `doubles are written shortest, and null if JSON has no word for them`() {
        #expect(written { $0.double(0.1) } == "0.1")
        #expect(written { $0.double(-1e21) } == "-1e+21")
        #expect(written { $0.double(.infinity) } == "null")
        #expect(written { $0.double(.nan) } == "null")
    }

    @Test func `bytes are written as a string, mended if they are not UTF-8`() {
        #expect(written { $0.string(utf8: Array("é\n".utf8)) } == "\"é\\n\"")
        #expect(written { $0.string(utf8: "lazy".utf8.lazy.map { $0 }) } == "\"lazy\"")
        #expect(written { $0.string(utf8: [0x61, 0xFF, 0x62]) } == "\"a\u{FFFD}b\"")
        #expect(written { $0.string(utf8: [UInt8]()) } == "\"\"")
    }

    @Test func `a value goes from a document to a text unchanged`() throws {
        let root = try JSONDocument(#"{"a": [ 1.0, "\u0061" ]}"#).root
        let value = try #require(root["a"])
        #expect(written { $0.value(value) } == #"[ 1.0, "\u0061" ]"#)
    }

    @Test func `raw text from any sequence is one value`() {
        #expect(
            written {
                $0.array {
                    $0.raw("1".utf8); $0.raw(Array("2".utf8)[...]); $0.raw([0x33].lazy.map { $0 })
                }
            } == "[1,2,3]")
    }

    @Test func `a writer that was reset begins anew`() {
        var writer = JSONWriter(capacity: 8)
        writer.string("first")
        writer.reset()
        writer.int(2)
        #expect(text(writer) == "2")
    }

    @Test func `doubles read back as what they were`() throws {
        var random = SeededRandom.printingSeed()
        for _ in 0..<5_000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            #expect(try JSONDocument(written { $0.double(value) }).root.double == value)
        }
    }

    private func written(_ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        write(&writer)
        return self.text(writer)
    }

    private func text(_ writer: JSONWriter) -> String { String(decoding: writer.bytes, as: UTF8.self) }
}
