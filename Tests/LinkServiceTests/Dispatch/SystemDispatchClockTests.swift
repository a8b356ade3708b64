import LinkService
import Linking
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct SystemDispatchClockTests {
    private final class Wall: Sendable {
        let time = Mutex(Timestamp(milliseconds: 1_800_000_000_000))
    }

    private let wall = Wall()

    @Test func `it goes on from where it was when the system's clock is set back`() {
        let clock = self.clock()
        let before = clock.now()
        self.wall.time.withLock { $0 = $0.adding(seconds: -3_600) }
        let after = clock.now()
        #expect(after >= before)
        #expect(after < before.adding(seconds: 60))
    }

    @Test func `it follows when the system's clock is set forward`() {
        let clock = self.clock()
        self.wall.time.withLock { $0 = $0.adding(seconds: 3_600) }
        #expect(clock.now() >= self.wall.time.withLock { $0 })
    }

    @Test func `sleeping until a moment that is past returns at once`() async throws {
        let clock = self.clock()
        try await clock.sleep(until: clock.now())
    }

    @Test func `a cancelled sleep throws at once`() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                let clock = self.clock()
                await #expect(throws: CancellationError.self) {
                    try await clock.sleep(until: clock.now().adding(seconds: 3_600))
                }
            }
            group.cancelAll()
        }
    }

    private func clock() -> SystemDispatchClock {
        SystemDispatchClock(WallClock { self.wall.time.withLock { $0 } })
    }
}
