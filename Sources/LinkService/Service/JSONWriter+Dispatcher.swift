internal import EventLog
internal import JSON
internal import Linking

extension JSONWriter {
    /// What the dispatcher is doing, as members of the object that is open.
    mutating func members(of status: DispatcherStatus) {
        self.member("inFlight", status.counts.inFlight)
        self.member("scheduled", status.counts.scheduled)
        self.member("chatsBlocked", status.counts.chatsBlocked)
        switch status.breaker {
        case .closed: break
        case .open(let until): self.member("unauthorizedUntil", until)
        case .probing: self.member("unauthorizedUntil", "probing")
        }
        if let until = status.pausedUntil { self.member("pausedUntil", until) }
        self.member("attempts", status.totals.attempts)
        self.member("sent", status.totals.sent)
        self.member("deferred", status.totals.deferred)
        self.member("rateLimited", status.totals.rateLimited)
        self.member("failed", status.totals.failed)
        self.member("expired", status.totals.expired)
        self.member("uncertain", status.totals.uncertain)
        self.member("journalFailures", status.totals.journalFailures)
        if let trouble = status.lastError {
            self.member("lastError", trouble.text)
            self.member("lastErrorAt", trouble.at)
        }
    }
}
