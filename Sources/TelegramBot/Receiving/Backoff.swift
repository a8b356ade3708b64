/// How long to wait after one failure, and after many in a row.
package struct Backoff: Equatable, Sendable {
    /// What after the first failure is waited at most; it doubles with each further one.
    package var first: Duration = .seconds(1)
    /// What is waited at most, however many failures there were.
    package var most: Duration = .seconds(30)
    /// What is waited at least after a conflict: Telegram answers those slowly on purpose.
    package var conflict: Duration = .seconds(3)
    /// What is waited while the token is not accepted.
    package var unauthorized: Duration = .seconds(60)
    /// What is waited at most because Telegram asked for it.
    package var askedMost: Duration = .seconds(3600)
    /// Failures in a row.
    package private(set) var failures = 0

    /// The waits for production.
    package init() {}

    /// Counts a failure and returns how long to wait. `random` is from 0 to 1; it spreads callers that failed together.
    package mutating func wait(after failure: BotFailure?, random: Double) -> Duration {
        self.failures += 1
        guard let failure else { return self.exponential(random) }
        if failure.isUnauthorized { return self.unauthorized * (1 + 0.2 * random) }
        if let seconds = failure.retryAfterSeconds {
            return min(.seconds(max(1, seconds)), self.askedMost) + .seconds(random)
        }
        let wait = self.exponential(random)
        return failure.isConflict ? max(self.conflict, wait) : wait
    }

    /// Something went well: the next failure is a first one.
    package mutating func reset() {
        self.failures = 0
    }

    private func exponential(_ random: Double) -> Duration {
        let doublings = min(self.failures - 1, 16)
        let whole = min(self.most, self.first * (1 << doublings))
        return whole * (0.5 + 0.5 * random)
    }
}
