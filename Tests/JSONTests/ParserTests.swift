import JSON
import Testing

struct ParserTests {
    @Test(arguments: [
        "[]", "{}", "[[]]", "[ ]", "{ }", "[[] ]", #"[""]"#, #"["a"]"#, "[false]", "[null, 1, \"1\", {}]", "[null]",
        "[1\n]", " [1]", "[1,null,null,null,2]", "[2] ", "[123e65]", "[0e+1]", "[0e1]", "[ 4]", "[-0]", "[-0.0]",
        "[-1]", "[-123]", "[1E22]", "[1E-2]", "[1E+2]", "[123e45]", "[123.456e78]", "[1e-2]", "[1e+2]", "[123]",
        "[123.456789]", "[20e1]", "[-0.0000000000000000000000000000000000000000000000000000000001]",
        "[1e9999]", "[99999999999999999999999999999999999999999999]",
        #"{"asd":"sdf", "dfg":"fgh"}"#, #"{"asd":"sdf"}"#, #"{"":0}"#, #"{"foo\u0000bar": 42}"#,
        #"{ "min": -1.0e+28, "max": 1.0e+28 }"#, #"{"title":"\u041f\u043e\u043b" }"#, "{\n\"a\": \"b\"\n}",
        #"{"a":{"b":{"a":[{"a":1},{"a":2}]}}}"#,
        #"["\u0060\u012a\u12AB"]"#, #"["\uD801\udc37"]"#, #"["\ud83d\ude39\ud83d\udc8d"]"#,
        #"["\"\\\/\b\f\n\r\t"]"#, #"["\\u0000"]"#, #"["\""]"#, #"["a/*b*/c/*d//e"]"#, #"["\\a"]"#, #"["\\n"]"#,
        #"["\u0012"]"#, #"["\uFFFF"]"#, #"["\uDBFF\uDFFF"]"#, #"["new\u000Aline"]"#, "[\"\u{10FFFF}\"]",
        "[\"\u{FFFF}\"]", #"["\u0000"]"#, #"["\u002c"]"#, "[\"\u{03C0}\"]", "[\"\u{1BFFF}\"]", #"["asd "]"#, #"" ""#,
        #"["\uD834\uDd1e"]"#, #"["\u0821"]"#, #"["\u0123"]"#, "[\"\u{2028}\u{2029}\"]", #"["\u0061\u30af\u30EA"]"#,
        "[\"new\u{00A0}line\"]", "[\"\u{7F}\"]", #"["\u0022\u005C"]"#, "[\"⍂㈴⍂\"]", #"["\uA66D"]"#,
        "false", "42", "-0.1", "null", #""asd""#, "true", #""""#, "[\"a\"]\n", "[true]", " [] ", "\t\r\n []\t\r\n ",
        "[[1,2],[3,[4,{\"a\":[]}]],5]", "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]",
        #"{"a":1,"A":2,"a ":3," a":4}"#,
    ])
    func `well-formed texts are accepted`(_ text: String) throws {
        _ = try JSONDocument(text)
        _ = try JSONDocument(text, limits: .tolerant)
    }

    @Test(arguments: [
        ("[1 true]", 3), ("[a\u{E5}]", 1), (#"["": 1]"#, 3), (#"[""],"#, 4), ("[,1]", 1), ("[1,,2]", 3), ("[1,]", 3),
        (#"["x",,]"#, 5), (#"["x"]]"#, 5), (#"["",]"#, 4), ("[,]", 1), ("[x", 1), ("[3[4]]", 2), ("[1:2]", 2),
        ("[*]", 1), ("[- 1]", 2), ("[1}", 2), ("{]", 1), ("[0 \u{0B}]", 3), ("[\u{0C}]", 1), ("[+1]", 1),
        ("[nul]", 4), ("[tru]", 4), ("[fals]", 5), ("[True]", 1), ("[NaN]", 1), ("[Infinity]", 1), ("[-Infinity]", 2),
        ("[-NaN]", 2), ("[nan]", 2), ("nul", 0), ("truth", 3), ("\u{FEFF}[]", 0), ("\u{FEFF}", 0), ("\u{A0}[]", 0),
        ("[++1]", 1), ("[+Inf]", 1), ("[-01]", 3), ("[-1.0.]", 5), ("[-2.]", 4), ("[.-1]", 1), ("[.2e-3]", 1),
        ("[0.1.2]", 4), ("[0.3e+]", 6), ("[0.3e]", 5), ("[0.e1]", 3), ("[0E+]", 4), ("[0E]", 3), ("[1.0e+]", 6),
        ("[1.0e-]", 6), ("[1.0e]", 5), ("[1 000.0]", 3), ("[1eE2]", 3), ("[2.e+3]", 3), ("[2.e3]", 3), ("[9.e+]", 3),
        ("[0x1]", 2), ("[0x42]", 2), ("[012]", 2), ("[-012]", 3), ("[00]", 2), ("00", 1), ("-", 1), ("[-]", 2),
        ("[1+2]", 2), ("[1_000]", 2), ("[1ea]", 3), ("[-1x]", 3), ("[1.2a-3]", 4), ("[1.8011670033376514H-308]", 19),
        ("[１]", 1), ("[-foo]", 2), ("[- 1]", 2), ("[0e-]", 4), ("[1.e1]", 3),
        (#"["x", truth]"#, 9), (#"{"x", null}"#, 4), (#"{"x"::"b"}"#, 5), (#"{"x" "b"}"#, 5), (#"{"x":'a'}"#, 5),
        (#"{key: "v"}"#, 1), (#"{'a':0}"#, 1), (#"{1:1}"#, 1), (#"{9999E9999:1}"#, 1), (#"{null:null,null:null}"#, 1),
        (#"{"id":0,}"#, 8), (#"{"id":0,,}"#, 8), (#"{"a":1,,"b":2}"#, 7), (#"{:"b"}"#, 1), (#"{"a" b}"#, 5),
        (#"{"a":"b",,"c":"d"}"#, 9), (#"{"a":/*comment*/"b"}"#, 5), (#"{"a":true} "x""#, 11), (#"{"a":"b"}#"#, 9),
        (#"{"a":"b"}/**/"#, 9), (#"{"a":"b"}//"#, 9), (#"{"a":"a" 123}"#, 9), (#"{"a":}"#, 5), ("{,}", 1), ("{[:1}", 1),
        (#"{"":1}}"#, 6), (#"["\x00"]"#, 3), (#"["\a"]"#, 3), (#"["\U0041"]"#, 3), (#"["\'"]"#, 3), (#"["\ "]"#, 3),
        (#"["\u00A"]"#, 4), (#"["\u{41}"]"#, 4), (#"["\uqqqq"]"#, 4), (#"["\u 123"]"#, 4), (#"["\u-123"]"#, 4),
        (#"["\u+123"]"#, 4), (#"["\u0x12"]"#, 4), ("[\"\u{0}\"]", 2), ("[\"\n\"]", 2), ("[\"\t\"]", 2),
        ("[\"\u{1F}\"]", 2), ("[\"abcdefghij\u{1}klmnop\"]", 12), (#"['single']"#, 1), (#"abc"#, 0),
        (#"[\n]"#, 1), ("<null>", 0), ("[<null>]", 1), ("[ⓐ]", 1), ("]", 0), ("}", 0), (",", 0), (":", 0), ("[][]", 2),
        ("1]", 1), (#"{}}"#, 2), (#""",""#, 2), ("2@", 1), ("{\"a\":true,}", 10), ("[1] x", 4), ("\u{2060}[]", 0),
        ("[\u{2028}]", 1), ("{\u{A0}}", 1), (#"{"a"=1}"#, 4), ("#!json\n1", 0), ("*", 0), ("{\"a\":[1}", 7),
        ("[{]}", 2),
    ])
    func `malformed texts are refused at the byte where it shows`(_ text: String, offset: Int) {
        for limits in [JSONLimits.strict, .tolerant] {
            let error = #expect(throws: JSONError.self) { _ = try JSONDocument(text, limits: limits) }
            #expect(error?.offset == offset)
            #expect([.syntax, .trailingBytes, .truncated].contains(error?.reason))
        }
    }

    @Test(arguments: ["", " ", "\n\r\t "])
    func `nothing is no document`(_ text: String) {
        #expect(throws: JSONError(offset: text.utf8.count, reason: .empty)) { _ = try JSONDocument(text) }
    }

    @Test(arguments: [
        "[", "{", "[1", "[1,", #"["a"#, #"["a""#, #"{"a"#, #"{"a""#, #"{"a":"#, #"{"a":1"#, #"{"a":1,"#, #"""#, #""\"#,
        "[[[[", #"{"a":{"#, "[\"", "[\"aaaaaaaaaaaaaaaaaaaaa", " [ ", #""é"#,
    ])
    func `a text that stops too soon is truncated at its end`(_ text: String) {
        #expect(throws: JSONError(offset: text.utf8.count, reason: .truncated)) { _ = try JSONDocument(text) }
    }

    @Test func `no beginning of a text is a text`() throws {
        let text = Array(#"{"a":[1,-2.5e3,"x\n\ud83d\ude00é",true],"b":{"c":null},"d":false,"e":[],"f":{}}"#.utf8)
        for count in 0..<text.count {
            #expect(throws: JSONError.self) { _ = try JSONDocument(Array(text[..<count])) }
        }
        _ = try JSONDocument(text)
    }

    @Test func `any change of one byte is read or refused, never more`() throws {
        let text = Array(#"{"a":[1,-2.5e3,"x\n\ud83d\ude00é",true],"b":{"c":null}}"#.utf8)
        for index in text.indices {
            for byte in UInt8.min...UInt8.max {
                var changed = text
                changed[index] = byte
                guard let document = try? JSONDocument(changed) else { continue }
                #expect(document.root.text.count == text.count)
                document.forEachString { #expect($0.string != nil) }
            }
        }
    }

    @Test func `other encodings are refused`() {
        #expect(throws: JSONError.self) { _ = try JSONDocument([0x5B, 0x00, 0x5D, 0x00]) }
        #expect(throws: JSONError.self) { _ = try JSONDocument([0x00, 0x5B, 0x00, 0x5D]) }
        #expect(throws: JSONError.self) { _ = try JSONDocument([0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00]) }
        #expect(throws: JSONError.self) { _ = try JSONDocument([0x5B, 0x5D, 0x00]) }
    }

    @Test func `an error names the place and never the text`() {
        let error = #expect(throws: JSONError.self) { _ = try JSONDocument(#"{"secret" 1}"#) }
        #expect(error?.description == "syntax at byte 10")
    }
}
