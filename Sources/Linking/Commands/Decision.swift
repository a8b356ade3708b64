/// The outcome of a command: events to record together, and the answer to give afterwards.
package struct Decision<Answer: Sendable>: Sendable {
    package var events: [ProposedEvent]
    package var answer: Answer

    package init(_ events: [ProposedEvent], answer: Answer) {
        self.events = events
        self.answer = answer
    }
}
