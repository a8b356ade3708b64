internal import EventLog
internal import JSON
internal import Linking

extension JSONWriter {
    /// What the dispatcher is doing, as members of the object that is open.
    mutating func members(of status: DispatcherStatus) {
        self.member("inFlight", status.counts.inFlight)
        if let until = status.pausedUntil { self.member("pausedUntil", until) }
        self.member("attempts", status.totals.attempts)
        self.member("sent", status.totals.sent)
        self.member("deferred", status.totals.deferred)
        self.member("rateLimited", status.totals.rateLimited)
        self.member("uncertain", status.totals.uncertain)
        if let trouble = status.lastError {
            self.member("lastError", trouble.text)
            self.member("lastErrorAt", trouble.at)
        }
    }
}
