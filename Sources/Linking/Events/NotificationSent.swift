/// Telegram took the message.
package struct NotificationSent: Hashable, Sendable {
    package var notificationID: NotificationID
    package var attempt: Int
    package var messageID: Int64

    package init(notificationID: NotificationID, attempt: Int, messageID: Int64) {
        self.notificationID = notificationID
        self.attempt = attempt
        self.messageID = messageID
    }
}
