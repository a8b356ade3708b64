/// The message is about to be handed to Telegram: in the log before the call.
package struct NotificationAttempted: Hashable, Sendable {
    package var notificationID: NotificationID
    /// From 1.
    package var attempt: Int

    package init(notificationID: NotificationID, attempt: Int) {
        self.notificationID = notificationID
        self.attempt = attempt
    }
}
