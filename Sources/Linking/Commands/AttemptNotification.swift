/// Put the attempt to send a message into the log, before the call.
package struct AttemptNotification: Command {
    package struct Facts: Sendable {
        package var notification: Notification?
        /// The link it goes to, whatever its state.
        package var link: Link?

        package init(notification: Notification?, link: Link?) {
            self.notification = notification
            self.link = link
        }
    }

    package typealias Answer = AttemptPermit

    package var id: NotificationID

    package init(id: NotificationID) {
        self.id = id
    }

    package func decide(_ facts: Facts, at now: Timestamp) throws(Rejection) -> Decision<AttemptPermit> {
        guard let notification = facts.notification else { throw .notificationNotFound }
        guard notification.isWaiting else { return Decision([], answer: .ended) }
        let cause = ProposedEvent.Cause.seq(notification.requestSeq)
        if let end = Self.end(of: notification, link: facts.link, at: now) {
            return Decision([ProposedEvent(end, cause: cause)], answer: .ended)
        }
        guard notification.dueAt <= now else { return Decision([], answer: .notYet(until: notification.dueAt)) }
        let attempt = notification.attempts &+ 1
        let attempted = NotificationAttempted(notificationID: notification.id, attempt: attempt)
        return Decision(
            [ProposedEvent(.notificationAttempted(attempted), cause: cause)],
            answer: .send(
                chatID: facts.link?.chatID ?? notification.chatID, threadID: notification.threadID, attempt: attempt))
    }

    /// Why the message must not be sent any more, if so.
    private static func end(of notification: Notification, link: Link?, at now: Timestamp) -> Event? {
        if notification.isPastExpiry(at: now) { return .notificationExpired(notification.ended("expired")) }
        guard notification.linkID != nil else { return nil }
        switch link?.state {
        case .active: return nil
        case .suspended: return .notificationFailed(notification.ended("linkSuspended"))
        case .revoked, nil: return .notificationFailed(notification.ended("linkRevoked"))
        }
    }
}
