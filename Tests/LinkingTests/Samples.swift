import Linking

/// Things the tests are about.
enum Samples {
    static let now = Timestamp(milliseconds: 1_764_000_000_000)
    static let ann = UserID(stored: "ann")
    static let bob = UserID(stored: "bob")
    static let privateChat = Chat(
        id: ChatID(7_012_345_678), type: "private", username: "annlee", firstName: "Ann", language: "en")
    static let group = Chat(id: ChatID(-4_001_234_567), type: "group", title: "Ops", language: "en")
    static let channel = Chat(id: ChatID(-1_001_234_567_890), type: "channel", title: "News")
    static let supergroup = ChatID(-1_009_876_543_210)
    static let fresh = FreshIDs(linkID: id(901), notificationID: id(902), codeID: id(903), codeHash: hash(904))
    static let context = RawJSON(Array(#"{"plan":"pro"}"#.utf8))

    static func id<Subject>(_ number: UInt64) -> Identifier<Subject> {
        Identifier(high: 0x0199_0000_0000_7000, low: 0x8000_0000_0000_0000 | number)
    }

    static func hash(_ number: UInt64) -> SecretHash {
        SecretHash(words: (number, 2, 3, 4))
    }

    /// A token with 15 minutes to go.
    static func token(
        _ number: UInt64 = 1, user: UserID = ann, chat: ChatKind = .private, state: Token.State = .issued,
        linkID: LinkID? = nil
    ) -> Token {
        Token(
            id: id(number), hash: hash(number), chat: chat, userID: user, context: context, issuedAt: now,
            expiresAt: now.adding(seconds: 900), state: state, linkID: linkID)
    }

    static func link(
        _ number: UInt64 = 11, user: UserID = ann, chat: Chat = privateChat, state: Link.State = .active
    ) -> Link {
        Link(
            id: id(number), userID: user, chatID: chat.id, chatType: chat.type, threadID: chat.threadID,
            username: chat.username, firstName: chat.firstName, language: chat.language, state: state,
            linkedAt: now, updatedAt: now)
    }

    /// A code with 15 minutes to go.
    static func registration(state: Registration.State = .open) -> Registration {
        Registration(
            id: id(21), hash: hash(21), chat: privateChat, expiresAt: now.adding(seconds: 900), state: state)
    }

    /// A message to link 11; `linkID` nil makes it a reply.
    static func notification(
        _ state: Notification.State = .queued, attempts: Int = 0, linkID: LinkID? = id(11),
        chatID: ChatID = privateChat.id, delivery: Delivery = Delivery()
    ) -> Notification {
        Notification(
            id: id(31), requestSeq: 40, linkID: linkID, userID: linkID == nil ? nil : ann, chatID: chatID,
            threadID: nil, lane: delivery.lane, kind: linkID == nil ? .reply : .notify,
            expiresAt: delivery.expiresAt, sendAt: delivery.sendAt, onUncertain: delivery.onUncertain,
            attempts: attempts, migrated: false, state: state, requestedAt: now, updatedAt: now)
    }

    static func ended(_ reason: String, _ description: String? = nil) -> NotificationEnded {
        NotificationEnded(notificationID: id(31), reason: reason, description: description)
    }

    static func changed(_ link: Link, _ reason: String) -> LinkChanged {
        LinkChanged(linkID: link.id, reason: reason, userID: link.userID, chatID: link.chatID)
    }

    static func recorded(_ event: Event, after seconds: Int64 = 1) -> RecordedEvent {
        RecordedEvent(seq: 50, time: now.adding(seconds: seconds), event: event)
    }
}

extension Command {
    /// What happens, given `facts`.
    func events(_ facts: Facts, at now: Timestamp = Samples.now) throws -> [Event] {
        try self.decide(facts, at: now).events.map(\.event)
    }
}

extension NotificationRequested {
    /// A reply as the bot makes it.
    static func reply(
        _ reply: Reply, id: NotificationID = Samples.fresh.notificationID, to chat: Chat,
        at now: Timestamp = Samples.now
    ) -> Event {
        .notificationRequested(
            NotificationRequested(
                notificationID: id, linkID: nil, userID: nil, chatID: chat.id, threadID: chat.threadID,
                message: Message(text: Replies().text(reply, language: chat.language), disablePreview: true),
                delivery: Delivery(lane: .urgent, expiresAt: now.adding(seconds: 3_600)), kind: .reply))
    }
}
