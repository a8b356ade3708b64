/// Allows `capacity` at once and `perSecond` in the long run.
struct TokenBucket: Sendable {
    let capacity: Double
    let perSecond: Double
    private var tokens: Double
    private var filledAt: UnixTime

    init(capacity: Double, perSecond: Double, at now: UnixTime) {
        self.capacity = capacity
        self.perSecond = perSecond
        self.tokens = capacity
        self.filledAt = now
    }

    /// How long until a token is there; zero if one is.
    func wait(at now: UnixTime) -> Duration {
        let missing = 1 - self.level(at: now)
        return missing <= 0 ? .zero : .seconds(missing / self.perSecond)
    }

    mutating func take(at now: UnixTime) {
        self.tokens = self.level(at: now) - 1
        self.filledAt = now
    }

    func isFull(at now: UnixTime) -> Bool { self.level(at: now) >= self.capacity }

    private func level(at now: UnixTime) -> Double {
        let seconds = Double(max(0, (now - self.filledAt).milliseconds)) / 1_000
        return min(self.capacity, self.tokens + seconds * self.perSecond)
    }
}
