import Testing

@testable import TelegramBot

struct ReceiverStatusTests {
    @Test func `a status tells how it goes, since when, and what failed last`() async throws {
        let manual = ManualTiming()
        let timing = manual.timing()
        let start = timing.now()
        let status = ReceiverStatus(mode: .polling, timing: timing)
        #expect(status.snapshot == .init(mode: .polling, state: .starting, since: start, updates: 0))

        #expect(status.succeeded())
        #expect(!status.succeeded())
        try await timing.sleep(.seconds(5))
        status.received(3)
        #expect(status.snapshot.state == .receiving)
        #expect(status.snapshot.since == start)
        #expect(status.snapshot.lastUpdateAt == start + 5000)
        #expect(status.snapshot.updates == 3)

        status.failed("502 Bad Gateway", failures: 1, isUnauthorized: false, wait: .milliseconds(1500))
        #expect(status.snapshot.state == .backingOff(failures: 1, until: start + 6500))
        try await timing.sleep(.seconds(2))
        status.failed("502 Bad Gateway", failures: 2, isUnauthorized: false, wait: .seconds(2))
        #expect(status.snapshot.since == start + 5000)
        #expect(status.snapshot.lastErrorAt == start + 7000)

        status.failed("401 Unauthorized", failures: 3, isUnauthorized: true, wait: .seconds(60))
        #expect(status.snapshot.state == .unauthorized(until: start + 67_000))
        #expect(status.succeeded())
        #expect(status.snapshot.lastError == "401 Unauthorized")
        status.stopped()
        #expect(status.snapshot.state.name == "stopped")
    }

    @Test func `no updates are no news`() {
        let status = ReceiverStatus(mode: .webhook)
        status.received(0)
        #expect(status.snapshot.lastUpdateAt == nil)
    }
}
