/// Make a link token for a user; the user's live one of the same kind is voided.
package struct IssueToken: Command {
    package struct Facts: Sendable {
        /// The user's token of this kind that is still `issued`, expired by the clock or not.
        package var liveToken: Token?

        package init(liveToken: Token?) {
            self.liveToken = liveToken
        }
    }

    package struct Answer: Hashable, Sendable {
        package var tokenID: TokenID
        package var expiresAt: Timestamp

        package init(tokenID: TokenID, expiresAt: Timestamp) {
            self.tokenID = tokenID
            self.expiresAt = expiresAt
        }
    }

    package var tokenID: TokenID
    package var tokenHash: SecretHash
    package var userID: UserID
    package var chat: ChatKind
    package var context: RawJSON?
    package var ttlSeconds: Int64

    package init(
        tokenID: TokenID, tokenHash: SecretHash, userID: UserID, chat: ChatKind, context: RawJSON?, ttlSeconds: Int64
    ) {
        self.tokenID = tokenID
        self.tokenHash = tokenHash
        self.userID = userID
        self.chat = chat
        self.context = context
        self.ttlSeconds = ttlSeconds
    }

    package func decide(_ facts: Facts, at now: Timestamp) throws(Rejection) -> Decision<Answer> {
        let expiresAt = now.adding(seconds: self.ttlSeconds)
        let issued = TokenIssued(
            tokenID: self.tokenID, tokenHash: self.tokenHash, chat: self.chat, expiresAt: expiresAt,
            userID: self.userID, context: self.context)
        var events: [ProposedEvent] = []
        if let end = facts.liveToken?.ended(reason: "replaced", at: now) { events.append(ProposedEvent(end)) }
        events.append(ProposedEvent(.tokenIssued(issued)))
        return Decision(events, answer: Answer(tokenID: self.tokenID, expiresAt: expiresAt))
    }
}
