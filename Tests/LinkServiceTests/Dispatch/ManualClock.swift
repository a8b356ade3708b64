import LinkService
import Linking

/// A clock that stands still until a test moves it.
final class ManualClock: DispatchClock {
    private struct Sleeper: Sendable {
        var id: Int
        var until: Timestamp
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State: Sendable {
        var now: Timestamp
        var sleepers: [Sleeper] = []
        var cancelled: Set<Int> = []
        var nextID = 0
    }

    static let start = Timestamp(milliseconds: 1_800_000_000_000)

    private let state = Watched(State(now: ManualClock.start))

    func now() -> Timestamp { self.state.value.now }

    func sleep(until moment: Timestamp) async throws {
        let id = self.state.change { state in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let outcome: Result<Void, any Error>? = self.state.change { state in
                    if state.cancelled.remove(id) != nil { return .failure(CancellationError()) }
                    if moment <= state.now { return .success(()) }
                    state.sleepers.append(Sleeper(id: id, until: moment, continuation: continuation))
                    return nil
                }
                if let outcome { continuation.resume(with: outcome) }
            }
        } onCancel: {
            let sleeper: Sleeper? = self.state.change { state in
                guard let index = state.sleepers.firstIndex(where: { $0.id == id }) else {
                    state.cancelled.insert(id)
                    return nil
                }
                return state.sleepers.remove(at: index)
            }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }

    /// Moves time on and wakes whose time has come.
    func advance(by duration: Duration) {
        let woken = self.state.change { state in
            state.now = state.now.adding(milliseconds: Int64(duration / .milliseconds(1)))
            let now = state.now
            let woken = state.sleepers.filter { $0.until <= now }
            state.sleepers.removeAll { $0.until <= now }
            return woken
        }
        for sleeper in woken { sleeper.continuation.resume() }
    }

    /// Returns once somebody sleeps until exactly `duration` from the start.
    func untilSomebodySleeps(until duration: Duration) async {
        let moment = Self.start.adding(milliseconds: Int64(duration / .milliseconds(1)))
        await self.state.until { $0.sleepers.contains { $0.until == moment } }
    }
}
