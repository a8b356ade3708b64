/// A moment, in whole milliseconds since 1970-01-01T00:00:00Z: the resolution of the log.
package struct Timestamp: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package var milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static func < (a: Self, b: Self) -> Bool {
        a.milliseconds < b.milliseconds
    }

    /// This moment, moved by `seconds`.
    package func adding(seconds: Int64) -> Timestamp {
        Timestamp(milliseconds: self.milliseconds &+ seconds &* 1_000)
    }

    /// This moment, moved by `milliseconds`.
    package func adding(milliseconds: Int64) -> Timestamp {
        Timestamp(milliseconds: self.milliseconds &+ milliseconds)
    }
}
