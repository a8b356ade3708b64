/// A link token's life: issued once, ended once.
package struct Token: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        /// Handed out. Moves to each of the others, once.
        case issued
        case redeemed(ChatID)
        case revoked
        /// Found past its time by an event. A token past `expiresAt` counts as expired without one, too.
        case expired
    }

    package var id: TokenID
    package var hash: SecretHash
    package var chat: ChatKind
    package var userID: UserID
    package var context: RawJSON?
    package var issuedAt: Timestamp
    package var expiresAt: Timestamp
    package var state: State
    /// The link that redeeming it made.
    package var linkID: LinkID?

    package init(_ issued: TokenIssued, at time: Timestamp) {
        self.id = issued.tokenID
        self.hash = issued.tokenHash
        self.chat = issued.chat
        self.userID = issued.userID
        self.context = issued.context
        self.issuedAt = time
        self.expiresAt = issued.expiresAt
        self.state = .issued
    }

    /// A token read back from where a projection keeps it.
    package init(
        id: TokenID, hash: SecretHash, chat: ChatKind, userID: UserID, context: RawJSON?, issuedAt: Timestamp,
        expiresAt: Timestamp, state: State, linkID: LinkID?
    ) {
        self.id = id
        self.hash = hash
        self.chat = chat
        self.userID = userID
        self.context = context
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
        self.state = state
        self.linkID = linkID
    }
}
