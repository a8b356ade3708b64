/// A message is to be sent.
package struct NotificationRequested: Hashable, Sendable {
    package var notificationID: NotificationID
    package var linkID: LinkID?
    package var lane: Lane
    package var kind: NotificationKind
    package var expiresAt: Timestamp?
    package var sendAt: Timestamp?
    package var onUncertain: OnUncertain
    /// The idempotency key's hash and the hash of what was asked under it.
    package var idempotency: Idempotency?
    package var userID: UserID?
    package var chatID: ChatID
    package var threadID: Int64?
    package var message: Message

    package init(
        notificationID: NotificationID, linkID: LinkID?, userID: UserID?, chatID: ChatID, threadID: Int64?,
        message: Message, delivery: Delivery, kind: NotificationKind
    ) {
        self.notificationID = notificationID
        self.linkID = linkID
        self.lane = delivery.lane
        self.kind = kind
        self.expiresAt = delivery.expiresAt
        self.sendAt = delivery.sendAt
        self.onUncertain = delivery.onUncertain
        self.idempotency = delivery.idempotency
        self.userID = userID
        self.chatID = chatID
        self.threadID = threadID
        self.message = message
    }
}
