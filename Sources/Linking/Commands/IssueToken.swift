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
}
