import JSON
import Testing

struct JSONLimitsTests {
    static func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    @Test func `thirty-two containers in one another are allowed and thirty-three are not`() throws {
        _ = try JSONDocument(Self.nested(32))
        #expect(throws: JSONError(offset: 32, reason: .depth)) { _ = try JSONDocument(Self.nested(33)) }
    }

    @Test func `objects count for the depth as arrays do`() throws {
        func mixed(_ depth: Int) -> String {
            String(repeating: #"{"a":["#, count: depth / 2) + String(repeating: "]}", count: depth / 2)
        }
        _ = try JSONDocument(mixed(32))
        #expect(throws: JSONError(offset: 96, reason: .depth)) { _ = try JSONDocument(mixed(34)) }
    }

    @Test func `containers beside one another do not add up`() throws {
        let text = "[" + Array(repeating: Self.nested(31), count: 50).joined(separator: ",") + "]"
        #expect(try JSONDocument(text).root.count == 50)
    }

    @Test func `tolerant reading goes to a depth of 512`() throws {
        _ = try JSONDocument(Self.nested(512), limits: .tolerant)
        #expect(throws: JSONError(offset: 512, reason: .depth)) {
            _ = try JSONDocument(Self.nested(513), limits: .tolerant)
        }
    }

    @Test func `no depth exhausts the stack`() throws {
        let depth = 200_000
        let root = try JSONDocument(Self.nested(depth), limits: JSONLimits(depth: depth)).root
        #expect(root.minified.count == depth * 2)
        #expect(throws: JSONError.self) {
            _ = try JSONDocument(String(repeating: "[", count: depth), limits: JSONLimits(depth: depth))
        }
    }

    @Test func `a depth of nothing allows scalars only`() throws {
        _ = try JSONDocument("1", limits: JSONLimits(depth: 0))
        #expect(throws: JSONError(offset: 0, reason: .depth)) {
            _ = try JSONDocument("[]", limits: JSONLimits(depth: 0))
        }
    }

    @Test func `members and elements are limited in each container`() throws {
        let limits = JSONLimits(members: 2)
        _ = try JSONDocument(#"{"a":[1,2],"b":[[],{}]}"#, limits: limits)
        #expect(throws: JSONError(offset: 5, reason: .tooManyMembers)) {
            _ = try JSONDocument("[1,2,3]", limits: limits)
        }
        #expect(throws: JSONError(offset: 13, reason: .tooManyMembers)) {
            _ = try JSONDocument(#"{"a":1,"b":2,"c":3}"#, limits: limits)
        }
    }

    @Test func `strings and names are limited in their bytes`() throws {
        let limits = JSONLimits(stringBytes: 4)
        _ = try JSONDocument(#"{"abcd":"éé"}"#, limits: limits)
        #expect(throws: JSONError(offset: 1, reason: .stringTooLong)) {
            _ = try JSONDocument(#"["abcde"]"#, limits: limits)
        }
        #expect(throws: JSONError(offset: 1, reason: .stringTooLong)) {
            _ = try JSONDocument(#"{"ééé":1}"#, limits: limits)
        }
    }

    @Test(arguments: [
        #""\ud800""#, #""\udc00""#, #""\ud800x""#, #""\ud800\n""#, #""\ud800\ud800""#, #""\udfff\ud800""#,
        #""\ud83d\u0041""#, #""\uDBFF""#, #""\ud83d \ude00""#,
    ])
    func `half a surrogate pair is refused, unless tolerated`(_ text: String) throws {
        let error = #expect(throws: JSONError.self) { _ = try JSONDocument(text) }
        #expect(error?.reason == .loneSurrogate)
        let value = try JSONDocument(text, limits: .tolerant).root
        #expect(value.string?.unicodeScalars.contains("\u{FFFD}") == true)
        #expect(value.minified == Array(text.utf8))
    }

    @Test func `a surrogate pair behind half of one is still a pair`() throws {
        let text = #""\ud83d\ud83d\ude00""#
        #expect(throws: JSONError(offset: 1, reason: .loneSurrogate)) { _ = try JSONDocument(text) }
        #expect(try JSONDocument(text, limits: .tolerant).root.string == "\u{FFFD}😀")
    }

    @Test func `tolerant reading accepts duplicate names and finds the first`() throws {
        let root = try JSONDocument(#"{"a":1,"a":2}"#, limits: .tolerant).root
        #expect(root.count == 2)
        #expect(root["a"]?.int64 == 1)
        #expect(root.members.map(\.value.int64) == [1, 2])
    }

    @Test func `a member is found by its name as it was read, half of a surrogate pair or not`() throws {
        let root = try JSONDocument(#"{"a\ud800":1}"#, limits: .tolerant).root
        let name = try #require(root.members.first { _ in true }?.name)
        #expect(name == "a\u{FFFD}")
        #expect(root[name]?.int64 == 1)
    }

    @Test func `tolerant reading refuses what is not UTF-8`() {
        #expect(throws: JSONError(offset: 1, reason: .invalidUTF8)) {
            _ = try JSONDocument([0x22, 0xFF, 0x22], limits: .tolerant)
        }
    }
}
