import Synchronization

/// A value that comes once, and who waits for it.
final class Awaited<Value: Sendable>: Sendable {
    private enum State {
        case waiting([CheckedContinuation<Value, Never>])
        case there(Value)
    }

    private let state = Mutex(State.waiting([]))

    /// The value, as soon as it is there.
    var value: Value {
        get async {
            await withCheckedContinuation { continuation in
                let value: Value? = self.state.withLock { state in
                    switch state {
                    case .there(let value): return value
                    case .waiting(let waiting):
                        state = .waiting(waiting + [continuation])
                        return nil
                    }
                }
                if let value { continuation.resume(returning: value) }
            }
        }
    }

    /// Sets the value, unless it is set.
    func set(_ value: Value) {
        let waiting: [CheckedContinuation<Value, Never>] = self.state.withLock { state in
            guard case .waiting(let waiting) = state else { return [] }
            state = .there(value)
            return waiting
        }
        for continuation in waiting { continuation.resume(returning: value) }
    }
}
