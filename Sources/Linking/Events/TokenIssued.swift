/// A link token was made; the token itself is known to the caller alone.
package struct TokenIssued: Hashable, Sendable {
    package var tokenID: TokenID
    package var tokenHash: SecretHash
    package var chat: ChatKind
    package var expiresAt: Timestamp
    package var userID: UserID
    package var context: RawJSON?

    package init(
        tokenID: TokenID, tokenHash: SecretHash, chat: ChatKind, expiresAt: Timestamp, userID: UserID,
        context: RawJSON?
    ) {
        self.tokenID = tokenID
        self.tokenHash = tokenHash
        self.chat = chat
        self.expiresAt = expiresAt
        self.userID = userID
        self.context = context
    }
}
