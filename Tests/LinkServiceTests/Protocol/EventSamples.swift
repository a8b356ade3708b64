import Linking

/// Events of every type, some with all that they can hold and some with no more than they must.
enum EventSamples {
    private static let user = UserID(stored: "u-42")
    private static let chat = ChatID(7001)
    private static let time = Timestamp(milliseconds: 1_795_205_779_123)
    private static let hash = SecretHash(words: (1, 2, 3, 4))
    private static let raw = RawJSON(Array("{}".utf8))
    private static let full = Chat(
        id: ChatID(-100_5), type: "supergroup", title: "Ops", username: "ops", firstName: "Ada", lastName: "L",
        threadID: 3, language: "en")

    static let all = Self.tokens + Self.links + Self.requests + Self.outcomes

    private static func id<Subject>(_ number: UInt64) -> Identifier<Subject> {
        Identifier(high: 0x01A1_FA99_2311_7000, low: 0x8000_0000_0000_0000 | number)
    }

    private static let tokens: [Event] = [
        .logCreated(LogCreated(logID: "log", botID: 123_456, botUsername: "example_bot", format: 0)),
        .updateReceived(UpdateReceived(updateID: 1, kind: "message", update: raw, chatID: chat, fromID: 7001)),
        .updateReceived(UpdateReceived(updateID: nil, kind: "unknown", update: raw, chatID: nil, fromID: nil)),
        .tokenIssued(
            TokenIssued(
                tokenID: id(1), tokenHash: hash, chat: .private, expiresAt: time, userID: user, context: raw)),
        .tokenIssued(
            TokenIssued(tokenID: id(1), tokenHash: hash, chat: .group, expiresAt: time, userID: user, context: nil)),
        .tokenRedeemed(TokenRedeemed(tokenID: id(1), userID: user, chatID: chat)),
        .tokenRevoked(TokenEnded(tokenID: id(1), reason: "backend", userID: user)),
        .tokenRevoked(TokenEnded(tokenID: id(1), reason: nil, userID: user)),
        .tokenExpired(TokenEnded(tokenID: id(1), reason: "expired", userID: user)),
        .tokenExpired(TokenEnded(tokenID: id(1), reason: nil, userID: user)),
        .tokenRejected(TokenRejected(reason: .unknown, tokenID: nil, chatID: chat)),
        .tokenRejected(TokenRejected(reason: .wrongChat, tokenID: id(1), chatID: chat)),
    ]

    private static let links: [Event] = {
        let plain = Chat(id: chat, type: "private")
        let changed = LinkChanged(linkID: id(2), reason: "blocked", userID: user, chatID: chat)
        return [
            .registrationRequested(
                RegistrationRequested(codeID: id(3), codeHash: hash, expiresAt: time, chat: full)),
            .registrationRequested(
                RegistrationRequested(codeID: id(3), codeHash: hash, expiresAt: time, chat: plain)),
            .linkConfirmed(
                LinkConfirmed(linkID: id(2), proof: .token(id(1)), userID: user, chat: full, context: raw)),
            .linkConfirmed(
                LinkConfirmed(linkID: id(2), proof: .registration(id(3)), userID: user, chat: plain, context: nil)),
            .linkSuspended(changed), .linkResumed(changed), .linkRevoked(changed),
            .linkMigrated(LinkMigrated(linkID: id(2), userID: user, fromChatID: ChatID(-5), chatID: ChatID(-100_5))),
        ]
    }()

    private static let requests: [Event] = {
        let message = Message(
            text: "<b>hi</b>", parseMode: "HTML", disableNotification: true, protectContent: true, disablePreview: true,
            buttons: RawJSON(Array("[]".utf8)))
        let delivery = Delivery(
            lane: .urgent, expiresAt: time, sendAt: time, onUncertain: .resend,
            idempotency: Idempotency(keyHash: hash, requestHash: hash))
        return [
            .notificationRequested(
                NotificationRequested(
                    notificationID: id(4), linkID: id(2), userID: user, chatID: chat, threadID: 3, message: message,
                    delivery: delivery, kind: .notify)),
            .notificationRequested(
                NotificationRequested(
                    notificationID: id(4), linkID: nil, userID: nil, chatID: chat, threadID: nil,
                    message: Message(text: "hi"), delivery: Delivery(), kind: .reply)),
        ]
    }()

    private static let outcomes: [Event] = {
        let told = NotificationEnded(notificationID: id(4), reason: "rejected", description: "Bad Request")
        let plain = NotificationEnded(notificationID: id(4), reason: "backend")
        return [
            .notificationAttempted(NotificationAttempted(notificationID: id(4), attempt: 1)),
            .notificationSent(NotificationSent(notificationID: id(4), attempt: 1, messageID: 17)),
            .notificationDeferred(
                NotificationDeferred(notificationID: id(4), attempt: 1, notBefore: time, reason: "rateLimited")),
            .notificationFailed(told), .notificationFailed(plain), .notificationExpired(told),
            .notificationExpired(plain), .notificationCancelled(told), .notificationCancelled(plain),
            .notificationUncertain(told), .notificationUncertain(plain),
        ]
    }()
}
