import Synchronization

/// A value that comes once, and at most one task that waits for it.
final class OneShot<Value: Sendable>: Sendable {
    private enum State {
        case idle
        case waiting(CheckedContinuation<Value?, Never>)
        case fired(Value?)
    }

    private let state = Mutex(State.idle)

    /// Ends the wait with `value`; nil says that it does not come any more. Only the first call counts.
    func fire(_ value: Value?) {
        let waiter: CheckedContinuation<Value?, Never>? = self.state.withLock { state in
            switch state {
            case .idle:
                state = .fired(value)
                return nil
            case .waiting(let waiter):
                state = .fired(value)
                return waiter
            case .fired: return nil
            }
        }
        waiter?.resume(returning: value)
    }

    /// The value as soon as it comes; nil after `timeout`, or at once when the task is cancelled.
    func value(within timeout: Duration, clock: SimulatorClock) async -> Value? {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                do { try await clock.sleep(timeout) } catch { return }
                self.fire(nil)
            }
            let value = await self.value()
            group.cancelAll()
            return value
        }
    }

    /// The value as soon as it comes; nil at once when the task is cancelled.
    func value() async -> Value? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let known: Value?? = self.state.withLock { state in
                    switch state {
                    case .idle:
                        state = .waiting(continuation)
                        return .none
                    case .waiting: preconditionFailure("two tasks wait for one value")
                    case .fired(let value): return .some(value)
                    }
                }
                if let known { continuation.resume(returning: known) }
            }
        } onCancel: {
            self.fire(nil)
        }
    }
}
