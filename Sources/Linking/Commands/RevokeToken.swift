/// Void a link token before its time.
package struct RevokeToken: Command {
    package struct Facts: Sendable {
        package var token: Token?

        package init(token: Token?) {
            self.token = token
        }
    }

    package struct Answer: Hashable, Sendable {
        /// False if the token had ended already, by its clock too.
        package var revoked: Bool

        package init(revoked: Bool) {
            self.revoked = revoked
        }
    }

    package var tokenID: TokenID

    package init(tokenID: TokenID) {
        self.tokenID = tokenID
    }

    package func decide(_ facts: Facts, at now: Timestamp) throws(Rejection) -> Decision<Answer> {
        guard let token = facts.token else { throw .tokenNotFound }
        let events = token.ended(reason: "backend", at: now).map { [ProposedEvent($0)] } ?? []
        return Decision(events, answer: Answer(revoked: token.isLive(at: now)))
    }
}
