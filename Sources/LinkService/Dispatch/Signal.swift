import Synchronization

/// Wakes one waiting task from anywhere, without blocking; raised while nobody waits, it wakes the next who does.
final class Signal: Sendable {
    private enum State {
        /// Moves to `raised` and `awaited`.
        case quiet
        /// Moves to `quiet`.
        case raised
        /// Moves to `quiet`.
        case awaited(CheckedContinuation<Void, Never>)
    }

    private let state = Mutex(State.quiet)

    /// Wakes the waiter, or the next one.
    func raise() {
        self.change { state in
            switch state {
            case .quiet, .raised:
                state = .raised
                return nil
            case .awaited(let waiter):
                state = .quiet
                return waiter
            }
        }
    }

    /// Returns once raised since the last return, or when the task is cancelled. Only one task may wait at a time.
    func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                self.change { state in
                    switch state {
                    case .raised:
                        state = .quiet
                        return waiter
                    case .quiet where Task.isCancelled:
                        // The cancellation handler ran before there was anybody to wake.
                        return waiter
                    case .quiet:
                        state = .awaited(waiter)
                        return nil
                    case .awaited:
                        preconditionFailure("two tasks wait for one signal")
                    }
                }
            }
        } onCancel: {
            self.change { state in
                guard case .awaited(let waiter) = state else { return nil }
                state = .quiet
                return waiter
            }
        }
    }

    private func change(_ body: (inout State) -> CheckedContinuation<Void, Never>?) {
        self.state.withLock { body(&$0) }?.resume()
    }
}
