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

/// Which queue a message waits in: urgent before normal before bulk.
package enum Lane: String, Sendable, CaseIterable {
    case urgent, normal, bulk
}

/// What asked for the message.
package enum NotificationKind: String, Sendable, CaseIterable {
    case notify, reply, broadcast
}

/// What to do when nobody can know whether a message arrived.
package enum OnUncertain: String, Sendable, CaseIterable {
    case drop, resend
}

/// A caller's promise that the same key means the same request.
package struct Idempotency: Hashable, Sendable {
    package var keyHash: SecretHash
    package var requestHash: SecretHash

    package init(keyHash: SecretHash, requestHash: SecretHash) {
        self.keyHash = keyHash
        self.requestHash = requestHash
    }
}

/// When and how hard to deliver.
package struct Delivery: Hashable, Sendable {
    package var lane: Lane
    package var expiresAt: Timestamp?
    package var sendAt: Timestamp?
    package var onUncertain: OnUncertain
    package var idempotency: Idempotency?

    package init(
        lane: Lane = .normal, expiresAt: Timestamp? = nil, sendAt: Timestamp? = nil, onUncertain: OnUncertain = .drop,
        idempotency: Idempotency? = nil
    ) {
        self.lane = lane
        self.expiresAt = expiresAt
        self.sendAt = sendAt
        self.onUncertain = onUncertain
        self.idempotency = idempotency
    }
}

/// What is to be said.
package struct Message: Hashable, Sendable {
    package var text: String
    package var parseMode: String?
    package var disableNotification: Bool
    package var protectContent: Bool
    package var disablePreview: Bool
    /// Rows of inline buttons, as Telegram wants them.
    package var buttons: RawJSON?

    package init(
        text: String, parseMode: String? = nil, disableNotification: Bool = false, protectContent: Bool = false,
        disablePreview: Bool = false, buttons: RawJSON? = nil
    ) {
        self.text = text
        self.parseMode = parseMode
        self.disableNotification = disableNotification
        self.protectContent = protectContent
        self.disablePreview = disablePreview
        self.buttons = buttons
    }
}

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
