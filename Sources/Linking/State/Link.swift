/// A user's link to a chat.
package struct Link: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        /// Messages go there. Moves to `suspended` and `revoked`.
        case active
        /// The chat cannot be reached for now. Moves to `active` and `revoked`.
        case suspended(reason: String)
        /// Over. Goes nowhere.
        case revoked(reason: String)
    }

    package var id: LinkID
    package var userID: UserID
    package var chatID: ChatID
    package var chatType: String
    package var threadID: Int64?
    package var username: String?
    package var firstName: String?
    package var language: String?
    package var state: State
    package var linkedAt: Timestamp
    package var updatedAt: Timestamp

    package init(_ confirmed: LinkConfirmed, at time: Timestamp) {
        self.id = confirmed.linkID
        self.userID = confirmed.userID
        self.chatID = confirmed.chatID
        self.chatType = confirmed.chatType
        self.threadID = confirmed.threadID
        self.username = confirmed.username
        self.firstName = confirmed.firstName
        self.language = confirmed.language
        self.state = .active
        self.linkedAt = time
        self.updatedAt = time
    }

    /// A link read back from where a projection keeps it.
    package init(
        id: LinkID, userID: UserID, chatID: ChatID, chatType: String, threadID: Int64?, username: String?,
        firstName: String?, language: String?, state: State, linkedAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.userID = userID
        self.chatID = chatID
        self.chatType = chatType
        self.threadID = threadID
        self.username = username
        self.firstName = firstName
        self.language = language
        self.state = state
        self.linkedAt = linkedAt
        self.updatedAt = updatedAt
    }
}
