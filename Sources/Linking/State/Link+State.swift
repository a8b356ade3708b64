extension Link {
    /// Whether messages go there.
    package var isActive: Bool {
        self.state == .active
    }

    /// Whether the chat cannot be reached for now.
    package var isSuspended: Bool {
        switch self.state {
        case .suspended: true
        case .active, .revoked: false
        }
    }

    /// Whether the link is over.
    package var isRevoked: Bool {
        switch self.state {
        case .revoked: true
        case .active, .suspended: false
        }
    }

    func suspended(reason: String) -> Event {
        .linkSuspended(self.changed(reason))
    }

    func resumed(reason: String) -> Event {
        .linkResumed(self.changed(reason))
    }

    func revoked(reason: String) -> Event {
        .linkRevoked(self.changed(reason))
    }

    func migrated(to chatID: ChatID) -> Event {
        .linkMigrated(
            LinkMigrated(linkID: self.id, userID: self.userID, fromChatID: self.chatID, chatID: chatID))
    }

    private func changed(_ reason: String) -> LinkChanged {
        LinkChanged(linkID: self.id, reason: reason, userID: self.userID, chatID: self.chatID)
    }
}
