import Testing

@testable import TelegramBot

struct BackoffTests {
    private let lost = BotFailure.lost("reset")

    private func refused(_ code: Int, retryAfter: Int? = nil) -> BotFailure {
        .refused(BotRefusal(code: code, description: "x", retryAfterSeconds: retryAfter))
    }

    @Test func `waits double up to the most, and halve by chance`() {
        var backoff = Backoff()
        let most = (0..<8).map { _ in backoff.wait(after: self.lost, random: 1) }
        #expect(most == [1, 2, 4, 8, 16, 30, 30, 30].map { .seconds($0) })
        #expect(backoff.wait(after: self.lost, random: 0) == .seconds(15))
        backoff.reset()
        #expect(backoff.wait(after: nil, random: 0) == .milliseconds(500))
    }

    @Test func `a million failures in a row are no overflow`() {
        var backoff = Backoff()
        for _ in 0..<1_000_000 { _ = backoff.wait(after: self.lost, random: 1) }
        #expect(backoff.wait(after: self.lost, random: 1) == .seconds(30))
    }

    @Test func `a conflict waits three seconds at least`() {
        var backoff = Backoff()
        #expect(backoff.wait(after: self.refused(409), random: 0) == .seconds(3))
        #expect(backoff.wait(after: .notJSON(status: 409, retryAfterSeconds: nil), random: 0) == .seconds(3))
    }

    @Test func `flood control waits as long as asked, within an hour`() {
        var backoff = Backoff()
        #expect(backoff.wait(after: self.refused(429, retryAfter: 34), random: 0) == .seconds(34))
        #expect(backoff.wait(after: self.refused(429), random: 0) == .seconds(1))
        #expect(backoff.wait(after: self.refused(429, retryAfter: 1_000_000), random: 0) == .seconds(3600))
        #expect(backoff.wait(after: self.refused(429, retryAfter: -5), random: 0) == .seconds(1))
    }

    @Test(arguments: [401, 404])
    func `a token that is not accepted is tried again slowly`(code: Int) {
        var backoff = Backoff()
        #expect(backoff.wait(after: self.refused(code), random: 0) == .seconds(60))
    }
}
