/// Write the log's first record, once.
package struct InitializeLog: Command {
    package struct Facts: Sendable {
        /// Whether the log has its first record already.
        package var exists: Bool

        package init(exists: Bool) {
            self.exists = exists
        }
    }

    package struct Answer: Hashable, Sendable {
        package init() {}
    }

    package var created: LogCreated

    package init(created: LogCreated) {
        self.created = created
    }

    package func decide(_ facts: Facts, at now: Timestamp) throws(Rejection) -> Decision<Answer> {
        Decision(facts.exists ? [] : [ProposedEvent(.logCreated(self.created))], answer: Answer())
    }
}
