/// An event that is about to be recorded, and what brought it about.
package struct ProposedEvent: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        case none
        /// The first event of the same decision.
        case first
        case seq(UInt64)
    }

    package var event: Event
    package var cause: Cause

    package init(_ event: Event, cause: Cause = .none) {
        self.event = event
        self.cause = cause
    }
}
