extension Notification {
    /// Whether nothing more can happen to it.
    package var isFinal: Bool {
        switch self.state {
        case .queued, .sending, .deferred: false
        case .sent, .failed, .expired, .cancelled, .uncertain: true
        }
    }

    /// The moment from which it may be sent: of the request, `sendAt` and `notBefore` the latest.
    package var dueAt: Timestamp {
        let asked = max(self.requestedAt, self.sendAt ?? self.requestedAt)
        switch self.state {
        case .deferred(let notBefore, _): return max(asked, notBefore)
        case .queued, .sending, .sent, .failed, .expired, .cancelled, .uncertain: return asked
        }
    }

    /// The state as callers see it at `now`.
    package func publicState(at now: Timestamp) -> PublicState {
        switch self.state {
        case .queued: self.dueAt > now ? .scheduled : .queued
        case .sending: .sending
        case .deferred: .deferred
        case .sent: .sent
        case .failed: .failed
        case .expired: .expired
        case .cancelled: .cancelled
        case .uncertain: .uncertain
        }
    }

    /// Whether its time is over at `now`.
    func isPastExpiry(at now: Timestamp) -> Bool {
        self.expiresAt.map { now >= $0 } ?? false
    }

    func ended(_ reason: String, description: String? = nil) -> NotificationEnded {
        NotificationEnded(notificationID: self.id, reason: reason, description: description)
    }
}
