import JSON
import Testing

struct JSONValueTests {
    static let text = #" {"a":[1,-2.5e3,"x\né\ud83d\ude00"], "b" :{"c":null},"d":true,"":[[],{}]} "#

    @Test func `members are found by name and elements by place`() throws {
        let root = try JSONDocument(Self.text).root
        #expect(root.kind == .object)
        #expect(root.count == 4)
        #expect(root["a"]?[0]?.int64 == 1)
        #expect(root["a"]?[2]?.string == "x\né😀")
        #expect(root["b"]?["c"]?.isNull == true)
        #expect(root["d"]?.bool == true)
        #expect(root[""]?[1]?.kind == .object)
    }

    @Test func `what is not there is nil`() throws {
        let root = try JSONDocument(Self.text).root
        #expect(root["e"] == nil)
        #expect(root["A"] == nil)
        #expect(root[0] == nil)
        #expect(root["a"]?["a"] == nil)
        #expect(root["a"]?[3] == nil)
        #expect(root["a"]?[-1] == nil)
        #expect(root["d"]?["d"] == nil)
        #expect(root["b"]?["c"]?[0] == nil)
    }

    @Test func `a name in a nested object is not found from outside`() throws {
        let root = try JSONDocument(#"{"x":{"y":1},"z":[{"w":2}]}"#).root
        #expect(root["y"] == nil)
        #expect(root["w"] == nil)
        #expect(root["z"]?[0]?["w"]?.int64 == 2)
    }

    @Test func `a name is compared decoded and byte for byte`() throws {
        let root = try JSONDocument("{\"\\u0061b\":1,\"\u{E9}\":2}").root
        #expect(root["ab"]?.int64 == 1)
        #expect(root["\u{E9}"]?.int64 == 2)
        #expect(root["e\u{301}"] == nil)
        #expect(root["\\u0061b"] == nil)
    }

    @Test func `members and elements come in the order of the text`() throws {
        let root = try JSONDocument(Self.text).root
        #expect(root.members.map(\.name) == ["a", "b", "d", ""])
        #expect(root.members.map(\.value.kind) == [.array, .object, .bool, .array])
        #expect(root["a"]?.elements.map(\.kind) == [.number, .number, .string])
        #expect(root[""]?.elements.map(\.count) == [0, 0])
    }

    @Test func `a scalar has neither members nor elements`() throws {
        for text in ["1", "\"a\"", "null", "true"] {
            let root = try JSONDocument(text).root
            #expect(root.count == 0)
            #expect(root.elements.map(\.kind) == [])
            #expect(root.members.map(\.name) == [])
        }
        #expect(try JSONDocument("[1]").root.members.map(\.name) == [])
        #expect(try JSONDocument(#"{"a":1}"#).root.elements.map(\.kind) == [])
    }

    @Test func `names can be read undecoded`() throws {
        var members = try JSONDocument(#"{"a\n":1,"b":2}"#).root.members
        let first = members.nextUndecoded()
        #expect(first?.name.rawStringContents == Array("a\\n".utf8)[...])
        #expect(first?.value.int64 == 1)
        #expect(members.nextUndecoded()?.name.stringEquals("b") == true)
        #expect(members.nextUndecoded() == nil)
    }

    @Test func `the text of a value is exactly what stands in the document`() throws {
        let document = try JSONDocument(Self.text)
        let root = document.root
        #expect(root["a"].map { String(decoding: $0.text, as: UTF8.self) } == #"[1,-2.5e3,"x\né\ud83d\ude00"]"#)
        #expect(root["b"].map { String(decoding: $0.text, as: UTF8.self) } == #"{"c":null}"#)
        let value = try #require(root["d"])
        #expect(document.bytes[value.offset...].starts(with: Array("true".utf8)))
    }

    @Test(arguments: [
        ("{ }", "{}"), (" [ 1 , 2 ]\n", "[1,2]"), (#" { "a b" : " \" \\" , "c" : [ ] } "#, #"{"a b":" \" \\","c":[]}"#),
        (#"" x ""#, #"" x ""#), ("\t-1.0e+3\r\n", "-1.0e+3"), (#"{"a":1}"#, #"{"a":1}"#),
        ("[ \"\",\n\"é\" ]", "[\"\",\"é\"]"),
    ])
    func `minifying drops white space between tokens and nothing else`(_ text: String, expected: String) throws {
        #expect(try JSONDocument(text).root.minified == Array(expected.utf8))
    }

    @Test func `a part can be minified by itself`() throws {
        let root = try JSONDocument(#"[ "x" , { "a" : [ 1 , " 2 " ] } , " y " ]"#).root
        #expect(root[1].map { String(decoding: $0.minified, as: UTF8.self) } == #"{"a":[1," 2 "]}"#)
        #expect(root[2].map { String(decoding: $0.minified, as: UTF8.self) } == #"" y ""#)
    }
}
