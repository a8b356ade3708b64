/// End links; which ones is for whoever looks up the facts.
package struct RevokeLinks: Command {
    package struct Facts: Sendable {
        /// The links that were named, those revoked before too; nil if a link was named that does not exist.
        package var links: [Link]?

        package init(links: [Link]?) {
            self.links = links
        }
    }

    package struct Answer: Hashable, Sendable {
        /// How many were not revoked before.
        package var revoked: Int

        package init(revoked: Int) {
            self.revoked = revoked
        }
    }

    package init() {}

    package func decide(_ facts: Facts, at now: Timestamp) throws(Rejection) -> Decision<Answer> {
        guard let links = facts.links else { throw .linkNotFound }
        let events = links.filter { !$0.isRevoked }.map { ProposedEvent($0.revoked(reason: "backend")) }
        return Decision(events, answer: Answer(revoked: events.count))
    }
}
