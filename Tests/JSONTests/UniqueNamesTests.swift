import JSON
import Testing

struct UniqueNamesTests {
    @Test(arguments: [
        (#"{"a":1,"a":2}"#, 7), (#"{"":1,"":2}"#, 6), (#"{"a":1,"\u0061":2}"#, 7), (#"{"\u0061":1,"a":2}"#, 12),
        (#"{"\u0061":1,"\u0061":2}"#, 12), (#"{"é":1,"\u00e9":2}"#, 8), (#"{"\n":1,"\u000A":2}"#, 8),
        (#"{"x":{"a":1,"b":[],"a":2}}"#, 19), (#"[{"a":1},{"a":1,"b":{"a":1},"a":{}}]"#, 28),
        (#"{"😀":1,"\ud83d\ude00":2}"#, 10), (#"{"a/b":1,"a\/b":2}"#, 9),
    ])
    func `two members of one decoded name are refused at the second`(_ text: String, offset: Int) {
        #expect(throws: JSONError(offset: offset, reason: .duplicateName)) { _ = try JSONDocument(text) }
    }

    @Test(arguments: [
        #"{"a":1,"b":{"a":1}}"#, #"[{"a":1},{"a":2}]"#, #"{"ab":1,"ba":2}"#, #"{"a":1,"A":2}"#, #"{"a":"a","b":"a"}"#,
        #"{"\\u0061":1,"\u0061":2}"#, "{\"\u{E9}\":1,\"e\u{301}\":2}", #"{"abcdefgh1":1,"abcdefgh2":2}"#,
    ])
    func `different names are not taken for the same`(_ text: String) throws {
        _ = try JSONDocument(text)
    }

    @Test(arguments: [2, 3, 15, 16, 17, 18, 31, 32, 33, 64, 65, 1000])
    func `a duplicate is found among any number of members and at any distance`(_ count: Int) throws {
        var random = SeededRandom.printingSeed()
        let names = (0..<count).map { "name\($0)" }
        func text(_ names: [String]) -> String {
            "{" + names.map { "\"\($0)\":[{}]" }.joined(separator: ",") + "}"
        }
        _ = try JSONDocument(text(names))
        for _ in 0..<20 {
            let second = Int.random(in: 1..<count, using: &random)
            var changed = names
            changed[second] = names[Int.random(in: 0..<second, using: &random)]
            if random.oneIn(2) { changed[second] = changed[second].replacing("n", with: "\\u006e") }
            let error = #expect(throws: JSONError.self) { _ = try JSONDocument(text(changed)) }
            #expect(error?.reason == .duplicateName)
        }
    }

    @Test func `names that differ in lone surrogates only are different`() throws {
        let limits = JSONLimits(loneSurrogates: true)
        _ = try JSONDocument(#"{"\ud800":1,"\ud801":2,"\ufffd":3}"#, limits: limits)
        #expect(throws: JSONError(offset: 12, reason: .duplicateName)) {
            _ = try JSONDocument(#"{"\ud800":1,"\uD800":2}"#, limits: limits)
        }
    }

    /// Comparing each with each would take minutes.
    @Test(.timeLimit(.minutes(1)))
    func `many members take time in proportion to their number`() throws {
        let count = 100_000
        let text = JSONWriter.object { writer in
            for index in 0..<count {
                writer.name("\(index)")
                writer.null()
            }
        }
        #expect(try JSONDocument(text).root.count == count)
    }
}
