/// An order: decided against facts that were true at that moment, by a function without clock, randomness or I/O.
package protocol Command: Sendable {
    /// What deciding must know, looked up just before, earlier commands of the same batch included.
    associatedtype Facts: Sendable
    /// What the caller learns once the events are on disk.
    associatedtype Answer: Sendable

    /// Says what happens, all or nothing.
    ///
    /// - Throws: the reason why nothing happens.
    func decide(_ facts: Facts, at now: Timestamp) throws(Rejection) -> Decision<Answer>
}

/// The outcome of a command: events to record together, and the answer to give afterwards.
package struct Decision<Answer: Sendable>: Sendable {
    package var events: [ProposedEvent]
    package var answer: Answer

    package init(_ events: [ProposedEvent], answer: Answer) {
        self.events = events
        self.answer = answer
    }
}

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

/// Why a command was refused: the caller can act on it.
package enum Rejection: Error, Hashable, Sendable {
    case tokenNotFound
    case linkNotFound
    case notificationNotFound
    case registrationNotFound
    case codeExpired
    case codeUsed
    case notLinked
    case idempotencyConflict
    /// The queue of messages is full; nothing was written.
    case queueFull
}
