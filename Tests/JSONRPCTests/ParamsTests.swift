import JSON
import Testing

@testable import JSONRPC

struct ParamsTests {
    @Test func `a position stands for the name declared for it`() throws {
        let params = try self.params("[1,null,3]")
        #expect(params["a"]?.int64 == 1)
        #expect(params["c"]?.int64 == 3)
        #expect(params["d"] == nil)
    }

    @Test func `null is absent`() throws {
        #expect(try self.params("[1,null]")["b"] == nil)
        #expect(try self.params(#"{"b":null}"#)["b"] == nil)
    }

    @Test func `names that are not declared are told, each as bytes`() throws {
        let params = try self.params("{\"c\":1,\"x\":2,\"a\":3,\"A\":4,\"e\u{301}\":5,\"é\":6}")
        #expect(params.unknownNames.map { Array($0.utf8) } == ["x", "A", "e\u{301}"].map { Array($0.utf8) })
        #expect(try self.params("[1]").unknownNames == [])
    }

    @Test func `no params have no members`() {
        #expect(Params(nil, declared: ["a"])["a"] == nil)
        #expect(Params(nil, declared: ["a"]).unknownNames == [])
    }

    private func params(_ text: String) throws -> Params {
        Params(try JSONDocument(text).root, declared: ["a", "b", "c", "é"])
    }
}
