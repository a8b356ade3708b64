import JSON
import Testing

@testable import JSONRPC

struct MethodTableTests {
    @Test func `every name is found, and no other`() throws {
        let names = (0..<100).map { "method\($0)" } + ["é", ""]
        let table = MethodTable(names.map { Method($0, parameters: [], handler: .deferred { _, _ in }) })
        for (index, name) in names.enumerated() { #expect(try table.index(of: value(name)) == index) }
        for name in ["method100", "Method1", "method1 ", "e\u{301}"] {
            #expect(try table.index(of: value(name)) == nil)
        }
    }

    @Test func `escapes do not matter`() throws {
        let table = MethodTable([Method("get_data", parameters: [], handler: .deferred { _, _ in })])
        #expect(table.index(of: try JSONDocument(#""get\u005fdata""#).root) == 0)
    }

    @Test func `what is no string names nothing`() throws {
        let table = MethodTable([Method("1", parameters: [], handler: .deferred { _, _ in })])
        #expect(table.index(of: try JSONDocument("1").root) == nil)
    }

    private func value(_ name: String) throws -> JSONValue { try JSONDocument("\"\(name)\"").root }
}
