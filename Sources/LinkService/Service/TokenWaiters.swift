internal import JSONRPC
package import Linking
internal import Synchronization

/// Calls that wait until a token is redeemed or voided.
package final class TokenWaiters: JournalObserver {
    /// Calls that may wait at a time.
    static let waitersMax = 4_096

    private struct State {
        var waiting: [TokenID: [UInt64: CheckedContinuation<Void, Never>]] = [:]
        var count = 0
        var nextID: UInt64 = 0
    }

    private let state = Mutex(State())

    package init() {}

    package func committed(_ events: [RecordedEvent]) {
        for recorded in events {
            guard let id = Self.ended(by: recorded.event) else { continue }
            self.wake(id)
        }
    }

    /// Wakes everybody, when the service stops.
    func wakeAll() {
        let waiting = self.state.withLock { state in
            defer { state.waiting = [:] }
            return state.waiting.values.flatMap(\.values)
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Returns when the token ended, was never there, or `milliseconds` have passed.
    ///
    /// - Throws: overload when too many calls wait; what `token` throws.
    func wait(
        for id: TokenID, milliseconds: Int64, token: @escaping @Sendable () throws(RPCError) -> Token?
    ) async throws(RPCError) {
        let ticket: UInt64? = self.state.withLock { state in
            guard state.count < Self.waitersMax else { return nil }
            state.count += 1
            state.nextID += 1
            return state.nextID
        }
        guard let ticket else { throw .overloaded }
        let isOver: @Sendable () -> Bool = {
            // A token that cannot be read is not worth waiting for; describing it will say why.
            guard let token = try? token() else { return true }
            return token.state != .issued
        }
        await withDiscardingTaskGroup { group in
            group.addTask {
                try? await Task.sleep(for: .milliseconds(milliseconds))
                self.wake(id, ticket)
            }
            await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    self.state.withLock { $0.waiting[id, default: [:]][ticket] = continuation }
                    // It may have ended before this line: nobody would wake us then.
                    if Task.isCancelled || isOver() { self.wake(id, ticket) }
                }
            } onCancel: {
                self.wake(id, ticket)
            }
            group.cancelAll()
        }
        self.state.withLock { $0.count -= 1 }
    }

    private func wake(_ id: TokenID, _ ticket: UInt64) {
        let continuation = self.state.withLock { state in
            let continuation = state.waiting[id]?.removeValue(forKey: ticket)
            if state.waiting[id]?.isEmpty == true { state.waiting[id] = nil }
            return continuation
        }
        continuation?.resume()
    }

    private func wake(_ id: TokenID) {
        guard let waiting = self.state.withLock({ $0.waiting.removeValue(forKey: id) }) else { return }
        for continuation in waiting.values { continuation.resume() }
    }

    /// The token that the event ended; for a redeemed one the link must be there too, so its event counts.
    private static func ended(by event: Event) -> TokenID? {
        switch event {
        case .tokenRevoked(let ended), .tokenExpired(let ended): return ended.tokenID
        case .linkConfirmed(let confirmed):
            guard case .token(let id) = confirmed.proof else { return nil }
            return id
        case .logCreated, .updateReceived, .tokenIssued, .tokenRedeemed, .tokenRejected, .registrationRequested,
            .linkSuspended, .linkResumed, .linkRevoked, .linkMigrated, .notificationRequested, .notificationAttempted,
            .notificationSent, .notificationDeferred, .notificationFailed, .notificationExpired,
            .notificationCancelled, .notificationUncertain:
            return nil
        }
    }
}
