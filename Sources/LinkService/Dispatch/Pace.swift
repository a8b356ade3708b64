/// A rate and how much of it may come at once.
package struct Pace: Hashable, Sendable {
    /// Between two sends once the burst is spent, rounded up: the rate is never exceeded.
    package let intervalMicroseconds: Int64
    /// Sends that may come at once after a long rest.
    package let burst: Int64

    /// `count` in every `window` in the long run, `burst` of them at once. Both are at least a little above zero.
    package init(_ count: Double, per window: Duration, burst: Int) {
        let microseconds = window / .microseconds(1)
        self.intervalMicroseconds = Int64((microseconds / max(count, Self.countMin)).rounded(.up))
        self.burst = Int64(max(burst, 1))
    }

    /// At most `count` in any `window`, wherever one begins, the burst included.
    package static func atMost(_ count: Double, inAny window: Duration, burst: Int) -> Pace {
        let burst = min(max(burst, 1), max(Int(count), 1))
        return Pace(count - Double(burst - 1), per: window, burst: burst)
    }

    /// One send in a window of some 12 days, if that is a minute: slow enough to mean "hardly ever".
    private static let countMin = 0.001
}
