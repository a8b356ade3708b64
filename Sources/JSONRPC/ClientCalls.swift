import JSON
import NIOCore
import Synchronization

/// The calls of a client that wait for an answer, and what is to be sent for them.
final class ClientCalls: Sendable {
    private struct Pending {
        let continuation: CheckedContinuation<JSONDocument, any Error>
        let deadline: NIODeadline
    }

    private struct State {
        var pending: [UInt64: Pending] = [:]
        /// Requests that the event loop has still to take. It was woken if this is not empty.
        var outbox: [UInt8] = []
        /// The first deadline of those queued since the loop looked.
        var wakeBy = NIODeadline.distantFuture
        /// Set when the connection is gone.
        var failure: ClientError?
    }

    private let state = Mutex(State())

    /// Registers a call and queues its request. True if the event loop has to be woken.
    func begin(
        _ id: UInt64, request: [UInt8], deadline: NIODeadline,
        _ continuation: CheckedContinuation<JSONDocument, any Error>
    ) -> Bool {
        let result: Result<Bool, ClientError> = self.state.withLock { state in
            if let failure = state.failure { return .failure(failure) }
            state.pending[id] = Pending(continuation: continuation, deadline: deadline)
            state.wakeBy = min(state.wakeBy, deadline)
            defer { state.outbox += request }
            return .success(state.outbox.isEmpty)
        }
        switch result {
        case .success(let isFirst): return isFirst
        case .failure(let failure):
            continuation.resume(throwing: failure)
            return false
        }
    }

    /// Queues a request that has no answer. True if the event loop has to be woken.
    func post(request: [UInt8]) -> Bool {
        self.state.withLock { state in
            guard state.failure == nil else { return false }
            defer { state.outbox += request }
            return state.outbox.isEmpty
        }
    }

    /// Ends a call, unless it has ended.
    func end(_ id: UInt64, _ outcome: Result<JSONDocument, any Error>) {
        self.state.withLock { $0.pending.removeValue(forKey: id) }?.continuation.resume(with: outcome)
    }

    /// What is to be sent, and the first deadline that came with it.
    func takeOutbox() -> (bytes: [UInt8], wakeBy: NIODeadline) {
        self.state.withLock { state in
            defer {
                state.outbox = []
                state.wakeBy = .distantFuture
            }
            return (state.outbox, state.wakeBy)
        }
    }

    /// Fails the calls whose time is over. Gives the next deadline, nil if nothing waits.
    func expire(now: NIODeadline) -> NIODeadline? {
        let (expired, next) = self.state.withLock { state in
            let expired = state.pending.filter { $0.value.deadline <= now }
            for id in expired.keys { state.pending[id] = nil }
            return (Array(expired.values), state.pending.values.lazy.map(\.deadline).min())
        }
        for call in expired { call.continuation.resume(throwing: ClientError.timedOut) }
        return next
    }

    /// The connection is gone: fails all calls, and those that come later.
    func fail(_ error: ClientError) {
        let pending = self.state.withLock { state in
            state.failure = state.failure ?? error
            defer { state.pending = [:] }
            return Array(state.pending.values)
        }
        for call in pending { call.continuation.resume(throwing: error) }
    }
}
