package import Linking
internal import Synchronization

/// The system's time, except that it never goes back: when the clock is set back, time goes on at its usual pace from
/// where it was; when the clock is set forward, so is this.
package final class SystemDispatchClock: DispatchClock {
    private struct Anchor {
        var time: Timestamp
        var instant: ContinuousClock.Instant
    }

    private let wall: WallClock
    private let anchor: Mutex<Anchor>

    package init(_ wall: WallClock = .system) {
        self.wall = wall
        self.anchor = Mutex(Anchor(time: wall.now(), instant: .now))
    }

    package func now() -> Timestamp {
        let wallTime = self.wall.now()
        return self.anchor.withLock { anchor in
            let instant = ContinuousClock.now
            let steady = anchor.time.adding(milliseconds: Int64((instant - anchor.instant) / .milliseconds(1)))
            guard wallTime > steady else { return steady }
            anchor = Anchor(time: wallTime, instant: instant)
            return wallTime
        }
    }

    package func sleep(until moment: Timestamp) async throws {
        while case let now = self.now(), now < moment {
            // In pieces, so that a clock that is set forward meanwhile is noticed.
            let milliseconds = min(moment.milliseconds - now.milliseconds, Self.pieceMilliseconds)
            try await Task.sleep(for: .milliseconds(milliseconds))
        }
    }

    private static let pieceMilliseconds: Int64 = 60_000
}
