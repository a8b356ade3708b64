import NIOCore
import Testing

@testable import JSONRPC

struct CallTableTests {
    @Test func `a call ends once, also when its slot is taken again`() {
        var table = CallTable()
        let first = table.begin(self.entry(deadline: 1))
        #expect(table.end(first) != nil)
        let second = table.begin(self.entry(deadline: 2))
        #expect(first.slot == second.slot)
        #expect(table.end(first) == nil)
        #expect(table.count == 1)
        #expect(table.end(second) != nil)
        #expect(table.count == 0)
    }

    @Test func `deadlines are found`() {
        var table = CallTable()
        #expect(table.earliestDeadline == .distantFuture)
        let tokens = [3, 1, 2].map { table.begin(self.entry(deadline: $0)) }
        #expect(table.earliestDeadline == .uptimeNanoseconds(1))
        #expect(table.expired(at: .uptimeNanoseconds(2)) == [tokens[1], tokens[2]])
    }

    private func entry(deadline: UInt64) -> CallTable.Entry {
        CallTable.Entry(id: nil, batch: nil, method: 0, deadline: .uptimeNanoseconds(deadline))
    }
}
