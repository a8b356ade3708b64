/// A link was suspended, resumed or revoked.
package struct LinkChanged: Hashable, Sendable {
    package var linkID: LinkID
    /// `blocked` `deactivated` `kicked` `chatNotFound` `user` `backend` `replaced` …
    package var reason: String
    package var userID: UserID
    package var chatID: ChatID

    package init(linkID: LinkID, reason: String, userID: UserID, chatID: ChatID) {
        self.linkID = linkID
        self.reason = reason
        self.userID = userID
        self.chatID = chatID
    }
}
