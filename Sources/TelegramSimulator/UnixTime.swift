/// A moment in milliseconds since 1970, UTC.
package struct UnixTime: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970.
    package var milliseconds: Int64

    /// That many milliseconds after the beginning of 1970.
    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// That many seconds after the beginning of 1970.
    package init(seconds: Int64) { self.milliseconds = seconds * 1_000 }

    /// Whole seconds since 1970, as the Bot API counts.
    package var seconds: Int64 { self.milliseconds / 1_000 }

    /// Whether `lhs` is earlier.
    package static func < (lhs: UnixTime, rhs: UnixTime) -> Bool { lhs.milliseconds < rhs.milliseconds }

    /// A moment later by `duration`, down to the millisecond.
    package static func + (time: UnixTime, duration: Duration) -> UnixTime {
        UnixTime(milliseconds: time.milliseconds + duration.milliseconds)
    }

    /// How much later `lhs` is.
    package static func - (lhs: UnixTime, rhs: UnixTime) -> Duration {
        .milliseconds(lhs.milliseconds - rhs.milliseconds)
    }
}

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int64 {
        let (seconds, attoseconds) = self.components
        return seconds * 1_000 + attoseconds / 1_000_000_000_000_000
    }

    /// That many times as long, to the millisecond.
    func scaled(by factor: Double) -> Duration { .milliseconds(Int64((Double(self.milliseconds) * factor).rounded())) }
}
