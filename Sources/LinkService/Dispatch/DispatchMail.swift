import Linking

/// Something for the dispatcher's loop to know.
enum DispatchMail: Hashable, Sendable {
    case enqueue(QueuedNotification)
    /// An attempt with this number was under way when the service stopped.
    case adopt(QueuedNotification, attempt: Int, requestSeq: UInt64)
    /// It ended, by an event; does not concern messages in flight, whose attempt tells.
    case ended(NotificationID)
    case moved(from: ChatID, to: ChatID)
    case finished(NotificationID, AttemptReport)
    case probed(isAuthorized: Bool)
    /// The journal did not record something, which is tried again.
    case journalFailed(reason: String)

    /// What an event means for the queue, if anything.
    init?(_ recorded: RecordedEvent) {
        switch recorded.event {
        case .notificationRequested(let requested):
            self = .enqueue(QueuedNotification(requested, seq: recorded.seq))
        case .notificationCancelled(let ended), .notificationFailed(let ended), .notificationExpired(let ended):
            self = .ended(ended.notificationID)
        case .linkMigrated(let move):
            self = .moved(from: move.fromChatID, to: move.chatID)
        case .logCreated, .updateReceived, .tokenIssued, .tokenRedeemed, .tokenRevoked, .tokenExpired, .tokenRejected,
            .registrationRequested, .linkConfirmed, .linkSuspended, .linkResumed, .linkRevoked:
            return nil
        case .notificationAttempted, .notificationSent, .notificationDeferred, .notificationUncertain:
            // The dispatcher's own doing.
            return nil
        }
    }

    /// What is to be done with a message that the projections know; nil if nothing.
    init?(unfinished notification: Notification) {
        var queued = QueuedNotification(
            id: notification.id, chatID: notification.chatID, lane: notification.lane, order: notification.requestSeq)
        switch notification.state {
        case .queued:
            if let sendAt = notification.sendAt { queued.start = .scheduled(sendAt) }
            self = .enqueue(queued)
        case .deferred(let notBefore, _):
            queued.start = .deferred(until: notBefore)
            self = .enqueue(queued)
        case .sending:
            self = .adopt(queued, attempt: notification.attempts, requestSeq: notification.requestSeq)
        case .sent, .failed, .expired, .cancelled, .uncertain:
            return nil
        }
    }
}
