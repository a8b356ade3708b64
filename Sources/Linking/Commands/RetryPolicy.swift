/// How often, and after how long, a message is tried again.
package struct RetryPolicy: Hashable, Sendable {
    /// After so many attempts, one that Telegram could not serve is the last.
    package var attemptsMax: Int
    /// The same for attempts that Telegram turned away for coming too fast: those are our doing, not the message's.
    package var rateLimitedAttemptsMax: Int
    /// The first delay; each later one is twice as long.
    package var baseMilliseconds: Int64
    package var capMilliseconds: Int64
    /// The longest wait that is taken from Telegram.
    package var retryAfterSecondsMax: Int

    package init(
        attemptsMax: Int = 12, rateLimitedAttemptsMax: Int = 100, baseMilliseconds: Int64 = 1_000,
        capMilliseconds: Int64 = 3_600_000, retryAfterSecondsMax: Int = 86_400
    ) {
        self.attemptsMax = attemptsMax
        self.rateLimitedAttemptsMax = rateLimitedAttemptsMax
        self.baseMilliseconds = baseMilliseconds
        self.capMilliseconds = capMilliseconds
        self.retryAfterSecondsMax = retryAfterSecondsMax
    }

    /// The delay after `attempt` (from 1), in milliseconds: a quarter more or less, by `jitter` in 0..<1.
    package func backoffMilliseconds(after attempt: Int, jitter: Double) -> Int64 {
        let doublings = min(max(attempt, 1) - 1, 40)
        let (doubled, overflow) = self.baseMilliseconds.multipliedReportingOverflow(by: 1 << Int64(doublings))
        let delay = overflow ? self.capMilliseconds : min(doubled, self.capMilliseconds)
        let factor = 0.75 + min(max(jitter, 0), 1) / 2
        return min(Int64(Double(delay) * factor), self.capMilliseconds)
    }
}
