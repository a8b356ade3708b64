/// A chat as an update describes it.
package struct Chat: Hashable, Sendable {
    package var id: ChatID
    /// Telegram's word: `private`, `group`, `supergroup` or `channel`.
    package var type: String
    package var title: String?
    package var username: String?
    package var firstName: String?
    package var lastName: String?
    /// The forum topic the message stood in.
    package var threadID: Int64?
    /// The sender's IETF language tag, if Telegram told.
    package var language: String?

    package init(
        id: ChatID, type: String, title: String? = nil, username: String? = nil, firstName: String? = nil,
        lastName: String? = nil, threadID: Int64? = nil, language: String? = nil
    ) {
        self.id = id
        self.type = type
        self.title = title
        self.username = username
        self.firstName = firstName
        self.lastName = lastName
        self.threadID = threadID
        self.language = language
    }

    /// The kind of token this chat can redeem.
    package var kind: ChatKind {
        self.type == "private" ? .private : .group
    }
}
