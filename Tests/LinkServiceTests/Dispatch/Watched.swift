import Synchronization

/// A value that tests can wait for to become what they expect.
final class Watched<Value: Sendable>: Sendable {
    private struct Waiter {
        var id: Int
        var holds: @Sendable (Value) -> Bool
        var continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var value: Value
        var waiters: [Waiter] = []
        var nextID = 0
    }

    private let state: Mutex<State>

    init(_ value: Value) {
        self.state = Mutex(State(value: value))
    }

    var value: Value { self.state.withLock { $0.value } }

    /// Changes the value and wakes those who waited for that.
    @discardableResult
    func change<Result: Sendable>(_ body: @Sendable (inout Value) -> Result) -> Result {
        let (result, woken) = self.state.withLock { state in
            let result = body(&state.value)
            let woken = state.waiters.filter { $0.holds(state.value) }
            state.waiters.removeAll { waiter in woken.contains { $0.id == waiter.id } }
            return (result, woken)
        }
        for waiter in woken { waiter.continuation.resume() }
        return result
    }

    /// Returns as soon as the value is as expected, or when the test is given up.
    func until(_ holds: @escaping @Sendable (Value) -> Bool) async {
        let id = self.state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = self.state.withLock { state in
                    if holds(state.value) || Task.isCancelled { return true }
                    state.waiters.append(Waiter(id: id, holds: holds, continuation: continuation))
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            let waiter: Waiter? = self.state.withLock { state in
                guard let index = state.waiters.firstIndex(where: { $0.id == id }) else { return nil }
                return state.waiters.remove(at: index)
            }
            waiter?.continuation.resume()
        }
    }
}
