import Linking
import Testing

@testable import LinkService

final class BreakerTests {
    private var breaker = Breaker()
    private let start = Timestamp(milliseconds: 1_800_000_000_000)

    @Test func `it opens once for all that was under way, and tries the token when the time has come`() {
        #expect(self.refused(self.start))
        #expect(!self.refused(self.start.adding(seconds: 4)))
        #expect(self.next(self.start.adding(seconds: 4)) == .wait(until: self.start.adding(seconds: 5)))
        #expect(self.next(self.start.adding(seconds: 5)) == .probe)
        #expect(self.next(self.start.adding(seconds: 5)) == .idle)
        self.breaker.probed(true, at: self.start.adding(seconds: 6))
        #expect(self.next(self.start.adding(seconds: 6)) == .proceed)
    }

    @Test func `it stays open twice as long each time, up to five minutes`() {
        var now = self.start
        #expect(self.refused(now))
        for seconds: Int64 in [5, 10, 20, 40, 80, 160, 300, 300] {
            #expect(self.breaker.state == .open(until: now.adding(seconds: seconds)))
            now = now.adding(seconds: seconds)
            #expect(self.next(now) == .probe)
            self.breaker.probed(false, at: now)
        }
    }

    @Test func `a token that passes the trial but not with messages does not start from the shortest time`() {
        #expect(self.refused(self.start))
        #expect(self.next(self.start.adding(seconds: 5)) == .probe)
        self.breaker.probed(true, at: self.start.adding(seconds: 5))
        #expect(self.refused(self.start.adding(seconds: 5)))
        #expect(self.breaker.state == .open(until: self.start.adding(seconds: 15)))
    }

    @Test func `a message that gets through starts it from the shortest time`() {
        #expect(self.refused(self.start))
        #expect(self.next(self.start.adding(seconds: 5)) == .probe)
        self.breaker.probed(true, at: self.start.adding(seconds: 5))
        self.breaker.passed()
        #expect(self.refused(self.start.adding(seconds: 5)))
        #expect(self.breaker.state == .open(until: self.start.adding(seconds: 10)))
    }

    private func next(_ now: Timestamp) -> Breaker.Step {
        self.breaker.next(at: now)
    }

    private func refused(_ now: Timestamp) -> Bool {
        self.breaker.refused(at: now)
    }
}
