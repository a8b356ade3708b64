internal import JSON
internal import Linking

extension JSONWriter {
    /// A link as the interface shows it.
    mutating func member(_ name: StaticString, _ link: Link) {
        self.name(name)
        self.link(link)
    }

    mutating func link(_ link: Link) {
        self.beginObject()
        self.member("linkId", link.id)
        self.member("userId", link.userID)
        self.member("chatId", link.chatID)
        self.member("chatType", link.chatType)
        self.member("threadId", link.threadID)
        self.member("username", link.username)
        self.member("firstName", link.firstName)
        self.member("language", link.language)
        self.member("state", link.state.name)
        switch link.state {
        case .active: break
        case .suspended(let reason), .revoked(let reason): self.member("reason", reason)
        }
        self.member("linkedAt", link.linkedAt)
        self.member("updatedAt", link.updatedAt)
        self.endObject()
    }

    /// A notification's members as the interface shows them.
    mutating func members(of notification: Notification, at now: Timestamp) {
        self.member("notificationId", notification.id)
        self.member("userId", notification.userID)
        self.member("chatId", notification.chatID)
        self.member("state", notification.publicState(at: now).rawValue)
        self.member("attempts", notification.attempts)
        switch notification.state {
        case .queued, .sending, .expired, .cancelled: break
        case .sent(let messageID): self.member("messageId", messageID)
        case .deferred(let notBefore, let reason):
            self.member("reason", reason)
            self.member("notBefore", notBefore)
        case .failed(let reason), .uncertain(let reason): self.member("reason", reason)
        }
        self.member("requestedAt", notification.requestedAt)
        self.member("updatedAt", notification.updatedAt)
    }
}

extension Link.State {
    /// The state's name in the interface.
    var name: String {
        switch self {
        case .active: "active"
        case .suspended: "suspended"
        case .revoked: "revoked"
        }
    }
}
