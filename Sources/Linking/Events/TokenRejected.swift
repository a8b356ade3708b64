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
