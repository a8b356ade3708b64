/// The message will not be sent, or (`uncertain`) nobody can know whether it was.
package struct NotificationEnded: Hashable, Sendable {
    package var notificationID: NotificationID
    package var reason: String
    /// Telegram's words, if it gave any; they never hold a secret.
    package var description: String?

    package init(notificationID: NotificationID, reason: String, description: String? = nil) {
        self.notificationID = notificationID
        self.reason = reason
        self.description = description
    }
}
