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

/// A token did its one service.
package struct TokenRedeemed: Hashable, Sendable {
    package var tokenID: TokenID
    package var userID: UserID
    package var chatID: ChatID

    package init(tokenID: TokenID, userID: UserID, chatID: ChatID) {
        self.tokenID = tokenID
        self.userID = userID
        self.chatID = chatID
    }
}

/// A token was voided before use, or found past its time.
package struct TokenEnded: Hashable, Sendable {
    package var tokenID: TokenID
    /// `replaced` or `backend` when revoked; absent when expired.
    package var reason: String?
    package var userID: UserID

    package init(tokenID: TokenID, reason: String?, userID: UserID) {
        self.tokenID = tokenID
        self.reason = reason
        self.userID = userID
    }
}

/// Somebody presented something that links nothing.
package struct TokenRejected: Hashable, Sendable {
    package enum Reason: String, Sendable, CaseIterable {
        case unknown, expired, redeemed, revoked, wrongChat
    }

    package var reason: Reason
    /// Which token it was, if it is one of ours.
    package var tokenID: TokenID?
    package var chatID: ChatID

    package init(reason: Reason, tokenID: TokenID?, chatID: ChatID) {
        self.reason = reason
        self.tokenID = tokenID
        self.chatID = chatID
    }
}
