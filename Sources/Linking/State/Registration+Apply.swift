extension Registration {
    /// Takes in what happened; what does not concern this code, or cannot follow its state, changes nothing.
    package mutating func apply(_ recorded: RecordedEvent) {
        switch recorded.event {
        case .linkConfirmed(let confirmed):
            guard confirmed.proof == .registration(self.id), self.state == .open else { return }
            self.state = .confirmed(confirmed.linkID)
        case .registrationRequested(let newer):
            guard newer.chat.id == self.chat.id, newer.codeID != self.id, self.state == .open else { return }
            self.state = .replaced
        case .logCreated, .updateReceived, .tokenIssued, .tokenRedeemed, .tokenRevoked, .tokenExpired, .tokenRejected,
            .linkSuspended, .linkResumed, .linkRevoked, .linkMigrated, .notificationRequested, .notificationAttempted,
            .notificationSent, .notificationDeferred, .notificationFailed, .notificationExpired,
            .notificationCancelled, .notificationUncertain:
            return
        }
    }
}
