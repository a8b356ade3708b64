package import Linking

/// A token bucket as one number: the moment at which it is full again.
///
/// In any span of time it lets through at most the burst and one more for every whole interval.
package struct TokenBucket: Hashable, Sendable {
    private var fullAtMicroseconds: Int64 = 0

    package init() {}

    /// From when on the bucket is as good as new, and need not be remembered.
    package var fullAt: Timestamp { Self.timestamp(roundingUp: self.fullAtMicroseconds) }

    /// From when on it holds a token.
    package func readyAt(_ pace: Pace) -> Timestamp {
        Self.timestamp(roundingUp: self.fullAtMicroseconds - (pace.burst - 1) * pace.intervalMicroseconds)
    }

    /// Takes a token; not to be called before ``readyAt(_:)``.
    package mutating func take(_ pace: Pace, at now: Timestamp) {
        self.fullAtMicroseconds = max(self.fullAtMicroseconds, now.milliseconds * 1_000) + pace.intervalMicroseconds
    }

    /// Returns a token that was taken for nothing.
    package mutating func giveBack(_ pace: Pace) {
        self.fullAtMicroseconds -= pace.intervalMicroseconds
    }

    /// Takes over what another bucket has spent, when two chats turn out to be one.
    package mutating func merge(_ other: TokenBucket) {
        self.fullAtMicroseconds = max(self.fullAtMicroseconds, other.fullAtMicroseconds)
    }

    private static func timestamp(roundingUp microseconds: Int64) -> Timestamp {
        let whole = microseconds / 1_000
        return Timestamp(milliseconds: microseconds > whole * 1_000 ? whole + 1 : whole)
    }
}
