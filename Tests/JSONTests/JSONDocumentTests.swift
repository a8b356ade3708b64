import JSON
import Testing

struct JSONDocumentTests {
    @Test func `values are read as they stand`() throws {
        let document = try JSONDocument(#" {"a":[1,-2.5e3,"x\né\ud83d\ude00"],"b":{"c":null},"d":true} "#)
        let root = document.root
        #expect(root.kind == .object)
        #expect(root.count == 3)
        #expect(root["a"]?[0]?.int64 == 1)
        #expect(root["a"]?[1]?.double == -2500)
        #expect(root["a"]?[1]?.int64 == -2500)
        #expect(root["a"]?[2]?.string == "x\né😀")
        #expect(root["b"]?["c"]?.isNull == true)
        #expect(root["d"]?.bool == true)
        #expect(root["e"] == nil)
        #expect(root.members.map(\.name) == ["a", "b", "d"])
        #expect(root["a"]?.elements.map(\.kind) == [.number, .number, .string])
    }
}
