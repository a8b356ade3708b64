extension Token {
    /// Takes in what happened; what does not concern this token, or cannot follow its state, changes nothing.
    package mutating func apply(_ recorded: RecordedEvent) {
        switch recorded.event {
        case .tokenRedeemed(let redeemed):
            self.end(redeemed.tokenID, as: .redeemed(redeemed.chatID))
        case .tokenRevoked(let ended):
            self.end(ended.tokenID, as: .revoked)
        case .tokenExpired(let ended):
            self.end(ended.tokenID, as: .expired)
        case .linkConfirmed(let confirmed):
            guard confirmed.proof == .token(self.id), self.linkID == nil else { return }
            self.linkID = confirmed.linkID
        case .logCreated, .updateReceived, .tokenIssued, .tokenRejected, .registrationRequested, .linkSuspended,
            .linkResumed, .linkRevoked, .linkMigrated, .notificationRequested, .notificationAttempted,
            .notificationSent, .notificationDeferred, .notificationFailed, .notificationExpired,
            .notificationCancelled, .notificationUncertain:
            return
        }
    }

    private mutating func end(_ id: TokenID, as state: State) {
        guard id == self.id, self.state == .issued else { return }
        self.state = state
    }
}
