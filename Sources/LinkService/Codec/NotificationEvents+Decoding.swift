internal import JSON
internal import Linking

extension NotificationRequested {
    init(_ fields: EventFields) throws(EventCodecError) {
        self.init(
            notificationID: try fields.data("notificationId", Field.id),
            linkID: try fields.optionalData("linkId", Field.id),
            userID: try fields.optionalPersonal("userId", Field.user),
            chatID: try fields.personal("chatId", Field.chat),
            threadID: try fields.optionalPersonal("threadId", Field.int64),
            message: try Message(fields), delivery: try Delivery(fields), kind: try fields.data("kind", Field.word))
    }
}

extension Message {
    init(_ fields: EventFields) throws(EventCodecError) {
        let options = try fields.personal("options") { $0 }
        self.init(
            text: try fields.personal("text", Field.string),
            parseMode: try fields.optionalPersonal("parseMode", Field.string),
            disableNotification: options["disableNotification"]?.bool ?? false,
            protectContent: options["protectContent"]?.bool ?? false,
            disablePreview: options["disablePreview"]?.bool ?? false,
            buttons: options["buttons"].flatMap(Field.raw))
    }
}

extension Delivery {
    fileprivate init(_ fields: EventFields) throws(EventCodecError) {
        var idempotency: Idempotency?
        if let keyHash = try fields.optionalData("keyHash", Field.hash) {
            idempotency = Idempotency(
                keyHash: keyHash, requestHash: try fields.data("requestHash", Field.hash))
        }
        self.init(
            lane: try fields.data("lane", Field.word), expiresAt: try fields.optionalData("expiresAt", Field.time),
            sendAt: try fields.optionalData("sendAt", Field.time),
            onUncertain: try fields.data("onUncertain", Field.word), idempotency: idempotency)
    }
}

extension NotificationAttempted {
    init(_ fields: EventFields) throws(EventCodecError) {
        self.init(
            notificationID: try fields.data("notificationId", Field.id),
            attempt: try fields.data("attempt", Field.int))
    }
}

extension NotificationSent {
    init(_ fields: EventFields) throws(EventCodecError) {
        self.init(
            notificationID: try fields.data("notificationId", Field.id),
            attempt: try fields.data("attempt", Field.int), messageID: try fields.data("messageId", Field.int64))
    }
}

extension NotificationDeferred {
    init(_ fields: EventFields) throws(EventCodecError) {
        self.init(
            notificationID: try fields.data("notificationId", Field.id),
            attempt: try fields.data("attempt", Field.int), notBefore: try fields.data("notBefore", Field.time),
            reason: try fields.data("reason", Field.string))
    }
}

extension NotificationEnded {
    init(_ fields: EventFields) throws(EventCodecError) {
        self.init(
            notificationID: try fields.data("notificationId", Field.id),
            reason: try fields.data("reason", Field.string),
            description: try fields.optionalData("description", Field.string))
    }
}
