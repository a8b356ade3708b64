import Testing

@testable import LinkService

@Suite(.timeLimit(.minutes(1)))
struct SignalTests {
    private let signal = Signal()

    @Test func `raised before, it does not keep the waiter`() async {
        self.signal.raise()
        self.signal.raise()
        await self.signal.wait()
    }

    @Test func `raised later, it wakes the waiter`() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.signal.wait() }
            await Task.yield()
            self.signal.raise()
        }
    }

    @Test func `a cancelled waiter returns and leaves the next wait alone`() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.signal.wait() }
            await Task.yield()
            group.cancelAll()
        }
        self.signal.raise()
        await self.signal.wait()
    }

    @Test func `of many raises at once none is lost`() async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<1_000 {
                group.addTask { self.signal.raise() }
                await self.signal.wait()
            }
        }
    }
}
