import Testing

@testable import TelegramSimulator

@Suite struct UpdateQueueTests {
    private let lane = UpdateLane(name: "messages", id: 1)

    private func queue(of count: Int, from first: Int64 = 100) -> UpdateQueue {
        var queue = UpdateQueue(nextID: first)
        for _ in 0..<count { _ = queue.append(lane: self.lane, expiresAt: evening) { _ in [] } }
        return queue
    }

    @Test func `numbers go up by one`() {
        #expect(self.queue(of: 3).all.map(\.id) == [100, 101, 102])
    }

    @Test func `confirming removes what is below the offset`() {
        var queue = self.queue(of: 5)
        queue.confirm(below: 103)
        #expect(queue.all.map(\.id) == [103, 104])
        #expect(queue.count == 2)
    }

    @Test func `an update removed from the middle leaves the others`() {
        var queue = self.queue(of: 4)
        queue.remove(id: 101)
        queue.remove(id: 100)
        queue.remove(id: 100)
        #expect(queue.all.map(\.id) == [102, 103])
        #expect(queue.oldestID == 102)
    }

    @Test func `a full queue drops what is new and counts it`() {
        var queue = self.queue(of: SimulatorLimits.updatesMax)
        #expect(queue.append(lane: self.lane, expiresAt: evening) { _ in [] } == nil)
        #expect(queue.dropped == 1)
        #expect(queue.count == SimulatorLimits.updatesMax)
    }

    @Test func `what expires is removed wherever it stands`() {
        var queue = UpdateQueue(nextID: 1)
        for seconds in [9, 1, 5] {
            _ = queue.append(lane: self.lane, expiresAt: evening + .seconds(seconds)) { _ in [] }
        }
        queue.removeExpired(at: evening + .seconds(5))
        #expect(queue.all.map(\.id) == [1])
        #expect(queue.expired == 2)
        queue.removeExpired(at: evening + .seconds(9))
        #expect(queue.count == 0)
    }

    @Test func `the numbers can jump only while nothing waits`() throws {
        var queue = self.queue(of: 1)
        #expect(throws: ActionRefusal.updatesArePending) { try queue.renumber(nextID: 7) }
        queue.removeAll()
        try queue.renumber(nextID: 7)
        #expect(queue.nextID == 7)
    }
}
