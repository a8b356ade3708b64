import Linking

/// One event of each type, about things that no sample is about.
let everyEventAboutOthers: [Event] = {
    let link = Samples.link(711, user: Samples.bob, chat: Samples.channel)
    let change = Samples.changed(link, "blocked")
    let token = TokenEnded(tokenID: Samples.id(701), reason: "backend", userID: Samples.bob)
    let id: NotificationID = Samples.id(731)
    let ended = NotificationEnded(notificationID: id, reason: "rejected")
    let update = UpdateReceived(updateID: 1, kind: "message", update: RawJSON([]), chatID: nil, fromID: nil)
    let asked = NotificationRequested(
        notificationID: id, linkID: link.id, userID: link.userID, chatID: link.chatID, threadID: nil,
        message: Message(text: "hi"), delivery: Delivery(), kind: .notify)
    return [
        .logCreated(LogCreated(logID: "log", botID: 1, botUsername: "a_bot", format: 0)),
        .updateReceived(update),
        .tokenIssued(
            TokenIssued(
                tokenID: Samples.id(701), tokenHash: Samples.hash(701), chat: .group, expiresAt: Samples.now,
                userID: Samples.bob, context: nil)),
        .tokenRedeemed(TokenRedeemed(tokenID: Samples.id(701), userID: Samples.bob, chatID: link.chatID)),
        .tokenRevoked(token),
        .tokenExpired(token),
        .tokenRejected(TokenRejected(reason: .unknown, tokenID: nil, chatID: link.chatID)),
        .registrationRequested(
            RegistrationRequested(
                codeID: Samples.id(721), codeHash: Samples.hash(721), expiresAt: Samples.now, chat: Samples.channel)),
        .linkConfirmed(
            LinkConfirmed(
                linkID: link.id, proof: .token(Samples.id(701)), userID: link.userID, chat: Samples.channel,
                context: nil)),
        .linkConfirmed(
            LinkConfirmed(
                linkID: link.id, proof: .registration(Samples.id(721)), userID: link.userID, chat: Samples.channel,
                context: nil)),
        .linkSuspended(change),
        .linkResumed(change),
        .linkRevoked(change),
        .linkMigrated(
            LinkMigrated(linkID: link.id, userID: link.userID, fromChatID: link.chatID, chatID: Samples.supergroup)),
        .notificationRequested(asked),
        .notificationAttempted(NotificationAttempted(notificationID: id, attempt: 1)),
        .notificationSent(NotificationSent(notificationID: id, attempt: 0, messageID: 5)),
        .notificationDeferred(
            NotificationDeferred(notificationID: id, attempt: 0, notBefore: Samples.now, reason: "restart")),
        .notificationFailed(ended),
        .notificationExpired(ended),
        .notificationCancelled(ended),
        .notificationUncertain(ended),
    ]
}()
