package import Linking

/// How the dispatcher goes about it.
package struct DispatcherSettings: Hashable, Sendable {
    package var pacing: Pacing
    /// When a message is tried again, and when it is given up.
    package var retries: RetryPolicy
    package var breaker: Breaker
    /// Between two tries to record something while the storage is in trouble: first, and at most.
    package var journalRetryMin: Duration
    package var journalRetryMax: Duration

    package init(
        pacing: Pacing = Pacing(), retries: RetryPolicy = RetryPolicy(), breaker: Breaker = Breaker(),
        journalRetryMin: Duration = .milliseconds(100), journalRetryMax: Duration = .seconds(5)
    ) {
        self.pacing = pacing
        self.retries = retries
        self.breaker = breaker
        self.journalRetryMin = journalRetryMin
        self.journalRetryMax = journalRetryMax
    }
}
