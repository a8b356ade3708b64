import Synchronization

/// Bytes that came, and one task that waits for more.
final class Inbox: Sendable {
    private struct State {
        var bytes: [UInt8] = []
        var isEnded = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    func put(_ bytes: [UInt8]) { self.change { $0.bytes += bytes } }

    func end() { self.change { $0.isEnded = true } }

    /// Waits until `body` finds what it looks for.
    func take<T>(_ body: (inout [UInt8], _ isEnded: Bool) -> T?) async -> T {
        while true {
            let (found, seen) = self.state.withLock { state in
                let found: T? = body(&state.bytes, state.isEnded)
                return (found, (state.bytes.count, state.isEnded))
            }
            if let found { return found }
            await withCheckedContinuation { continuation in
                let isChanged = self.state.withLock { state in
                    if (state.bytes.count, state.isEnded) != seen { return true }
                    state.waiter = continuation
                    return false
                }
                if isChanged { continuation.resume() }
            }
        }
    }

    private func change(_ body: (inout State) -> Void) {
        let waiter = self.state.withLock { state in
            body(&state)
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }
}
