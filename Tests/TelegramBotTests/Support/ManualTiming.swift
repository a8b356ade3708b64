import Synchronization

@testable import TelegramBot

/// Time that passes only while somebody sleeps, and sleeps that are over at once and are written down.
final class ManualTiming: Sendable {
    private struct State {
        var now: Int64 = 1_764_000_000_000
        var sleeps: [Duration] = []
    }

    private let state = Mutex(State())

    var sleeps: [Duration] { self.state.withLock { $0.sleeps } }

    /// With chance that always says `random`.
    func timing(random: Double = 0) -> Timing {
        Timing(
            now: { self.state.withLock { $0.now } },
            sleep: { duration in
                try Task.checkCancellation()
                self.state.withLock { state in
                    state.sleeps.append(duration)
                    state.now += duration.wholeMilliseconds
                }
                await Task.yield()
            },
            random: { random })
    }
}
