/// A user and a chat belong together from now on.
package struct LinkConfirmed: Hashable, Sendable {
    /// What the link was made with.
    package enum Proof: Hashable, Sendable {
        case token(TokenID)
        case registration(CodeID)
    }

    package var linkID: LinkID
    package var chatType: String
    package var proof: Proof
    package var userID: UserID
    package var chatID: ChatID
    package var threadID: Int64?
    package var username: String?
    package var firstName: String?
    package var language: String?
    package var context: RawJSON?

    package init(linkID: LinkID, proof: Proof, userID: UserID, chat: Chat, context: RawJSON?) {
        self.linkID = linkID
        self.chatType = chat.type
        self.proof = proof
        self.userID = userID
        self.chatID = chat.id
        self.threadID = chat.threadID
        self.username = chat.username
        self.firstName = chat.firstName
        self.language = chat.language
        self.context = context
    }
}
