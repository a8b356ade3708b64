extension Notification {
    /// Takes in what happened; what does not concern this message, or cannot follow its state, changes nothing.
    package mutating func apply(_ recorded: RecordedEvent) {
        guard !self.isFinal, let next = self.state(after: recorded.event) else {
            return self.follow(recorded)
        }
        if case .notificationAttempted(let attempted) = recorded.event { self.attempts = attempted.attempt }
        if case .deferred(_, NotificationDeferred.migratedReason) = next { self.migrated = true }
        self.state = next
        self.updatedAt = recorded.time
    }

    /// The state that `event` moves this message to; nil if it does not.
    private func state(after event: Event) -> State? {
        switch event {
        case .notificationAttempted(let attempted):
            self.isWaiting && self.isMine(attempted.notificationID) && attempted.attempt == self.attempts &+ 1
                ? .sending : nil
        case .notificationSent(let sent):
            self.isSending(sent.notificationID, attempt: sent.attempt) ? .sent(messageID: sent.messageID) : nil
        case .notificationDeferred(let deferred):
            // From `queued` as well: an attempt of unknown outcome is queued again first, then put off.
            self.isMine(deferred.notificationID) && deferred.attempt == self.attempts
                ? .deferred(notBefore: deferred.notBefore, reason: deferred.reason) : nil
        case .notificationFailed(let ended):
            self.isMine(ended.notificationID) ? .failed(reason: ended.reason) : nil
        case .notificationExpired(let ended):
            self.isMine(ended.notificationID) ? .expired : nil
        case .notificationCancelled(let ended):
            self.isWaiting && self.isMine(ended.notificationID) ? .cancelled : nil
        case .notificationUncertain(let ended):
            self.isSending(ended.notificationID, attempt: self.attempts) ? self.afterUncertain(ended.reason) : nil
        case .logCreated, .updateReceived, .tokenIssued, .tokenRedeemed, .tokenRevoked, .tokenExpired, .tokenRejected,
            .registrationRequested, .linkConfirmed, .linkSuspended, .linkResumed, .linkRevoked, .linkMigrated,
            .notificationRequested:
            nil
        }
    }

    private func afterUncertain(_ reason: String) -> State {
        switch self.onUncertain {
        case .drop: .uncertain(reason: reason)
        case .resend: .queued
        }
    }

    /// A message on its way goes where its chat went; a reply has no link and goes with any link of its chat.
    private mutating func follow(_ recorded: RecordedEvent) {
        guard case .linkMigrated(let move) = recorded.event, !self.isFinal else { return }
        guard self.linkID.map({ $0 == move.linkID }) ?? (self.chatID == move.fromChatID) else { return }
        guard self.chatID != move.chatID else { return }
        self.chatID = move.chatID
        self.updatedAt = recorded.time
    }

    private func isMine(_ id: NotificationID) -> Bool {
        id == self.id
    }

    private func isSending(_ id: NotificationID, attempt: Int) -> Bool {
        self.isMine(id) && self.state == .sending && attempt == self.attempts
    }

    /// Whether an attempt can begin.
    var isWaiting: Bool {
        switch self.state {
        case .queued, .deferred: true
        case .sending, .sent, .failed, .expired, .cancelled, .uncertain: false
        }
    }
}
