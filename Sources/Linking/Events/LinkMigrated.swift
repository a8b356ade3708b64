/// A group became a supergroup: the link follows it to the new id.
package struct LinkMigrated: Hashable, Sendable {
    package var linkID: LinkID
    package var userID: UserID
    package var fromChatID: ChatID
    package var chatID: ChatID

    package init(linkID: LinkID, userID: UserID, fromChatID: ChatID, chatID: ChatID) {
        self.linkID = linkID
        self.userID = userID
        self.fromChatID = fromChatID
        self.chatID = chatID
    }
}
