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
