internal import JSON
internal import Linking

extension NotificationRequested {
    func write(data: inout JSONWriter, personal: inout JSONWriter) {
        data.member("notificationId", self.notificationID)
        data.member("linkId", self.linkID)
        data.member("lane", self.lane.rawValue)
        data.member("expiresAt", self.expiresAt)
        data.member("sendAt", self.sendAt)
        if let idempotency = self.idempotency {
            data.member("keyHash", idempotency.keyHash)
            data.member("requestHash", idempotency.requestHash)
        }
        data.member("onUncertain", self.onUncertain.rawValue)
        data.member("kind", self.kind.rawValue)
        personal.member("userId", self.userID)
        personal.member("chatId", self.chatID)
        personal.member("threadId", self.threadID)
        personal.member("text", self.message.text)
        personal.member("parseMode", self.message.parseMode)
        self.message.writeOptions(to: &personal)
    }
}

extension Message {
    /// Writes `options`, an object that holds only what differs from Telegram's defaults.
    fileprivate func writeOptions(to personal: inout JSONWriter) {
        personal.name("options")
        personal.beginObject()
        if self.disableNotification { personal.member("disableNotification", true) }
        if self.protectContent { personal.member("protectContent", true) }
        if self.disablePreview { personal.member("disablePreview", true) }
        personal.member("buttons", json: self.buttons)
        personal.endObject()
    }
}

extension NotificationAttempted {
    func write(data: inout JSONWriter) {
        data.member("notificationId", self.notificationID)
        data.member("attempt", self.attempt)
    }
}

extension NotificationSent {
    func write(data: inout JSONWriter) {
        data.member("notificationId", self.notificationID)
        data.member("attempt", self.attempt)
        data.member("messageId", self.messageID)
    }
}

extension NotificationDeferred {
    func write(data: inout JSONWriter) {
        data.member("notificationId", self.notificationID)
        data.member("attempt", self.attempt)
        data.member("notBefore", self.notBefore)
        data.member("reason", self.reason)
    }
}

extension NotificationEnded {
    func write(data: inout JSONWriter) {
        data.member("notificationId", self.notificationID)
        data.member("reason", self.reason)
        data.member("description", self.description)
    }
}
