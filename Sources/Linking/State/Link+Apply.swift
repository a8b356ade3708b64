extension Link {
    /// Takes in what happened; what does not concern this link, or cannot follow its state, changes nothing.
    package mutating func apply(_ recorded: RecordedEvent) {
        switch recorded.event {
        case .linkSuspended(let change):
            guard change.linkID == self.id, self.state == .active else { return }
            self.move(to: .suspended(reason: change.reason), at: recorded.time)
        case .linkResumed(let change):
            guard change.linkID == self.id, self.isSuspended else { return }
            self.move(to: .active, at: recorded.time)
        case .linkRevoked(let change):
            guard change.linkID == self.id, !self.isRevoked else { return }
            self.move(to: .revoked(reason: change.reason), at: recorded.time)
        case .linkMigrated(let move):
            self.follow(move, at: recorded.time)
        case .logCreated, .updateReceived, .tokenIssued, .tokenRedeemed, .tokenRevoked, .tokenExpired, .tokenRejected,
            .registrationRequested, .linkConfirmed, .notificationRequested, .notificationAttempted,
            .notificationSent, .notificationDeferred, .notificationFailed, .notificationExpired,
            .notificationCancelled, .notificationUncertain:
            return
        }
    }

    private mutating func move(to state: State, at time: Timestamp) {
        self.state = state
        self.updatedAt = time
    }

    private mutating func follow(_ move: LinkMigrated, at time: Timestamp) {
        guard move.linkID == self.id, move.fromChatID == self.chatID, !self.isRevoked else { return }
        self.chatID = move.chatID
        // The one move that Telegram knows is that of a group that becomes a supergroup.
        if self.chatType == "group" { self.chatType = "supergroup" }
        self.updatedAt = time
    }
}
