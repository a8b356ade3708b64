/// A notification's state as callers see it.
package enum PublicState: String, Sendable, CaseIterable {
    /// `queued` with a `sendAt` that is still to come: no stored value says so, the clock does.
    case scheduled
    case queued, sending, deferred, sent, failed, expired, cancelled, uncertain
}
