/// The attempt did not succeed and another is due, not before a moment.
package struct NotificationDeferred: Hashable, Sendable {
    package var notificationID: NotificationID
    package var attempt: Int
    package var notBefore: Timestamp
    package var reason: String

    package init(notificationID: NotificationID, attempt: Int, notBefore: Timestamp, reason: String) {
        self.notificationID = notificationID
        self.attempt = attempt
        self.notBefore = notBefore
        self.reason = reason
    }
}

extension NotificationDeferred {
    /// The reason that says: the chat moved, and the message follows it, once.
    package static let migratedReason = "migrated"
}
