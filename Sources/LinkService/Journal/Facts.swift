internal import Linking

/// The look-ups that commands need, by what they ask.
extension StateView {
    func token(_ id: TokenID) throws(ProjectionError) -> Token? {
        try self.state(at: TokensProjection.key(id))
    }

    func liveToken(of user: UserID, _ chat: ChatKind) throws(ProjectionError) -> Token? {
        guard let live: IDState<Token> = try self.state(at: TokensProjection.liveKey(user, chat)) else { return nil }
        return try self.token(live.id)
    }

    func link(_ id: LinkID) throws(ProjectionError) -> Link? {
        try self.state(at: LinksProjection.key(id))
    }

    /// The user's links that are active or suspended, oldest first.
    func currentLinks(of user: UserID) throws(ProjectionError) -> [Link] {
        try self.links(listedAt: LinksProjection.currentKey(user))
    }

    /// The chat's links that are active or suspended, oldest first.
    func currentLinks(in chat: ChatID) throws(ProjectionError) -> [Link] {
        try self.links(listedAt: LinksProjection.currentKey(chat))
    }

    private func links(listedAt key: StateKey) throws(ProjectionError) -> [Link] {
        guard let list: IDList<Link> = try self.state(at: key) else { return [] }
        var links: [Link] = []
        for id in list.ids {
            if let link = try self.link(id) { links.append(link) }
        }
        return links
    }

    func registration(_ id: CodeID) throws(ProjectionError) -> Registration? {
        try self.state(at: RegistrationsProjection.key(id))
    }

    /// How many codes the chat was given that have not expired.
    func codes(in chat: ChatID, at now: Timestamp) throws(ProjectionError) -> Int {
        guard let list: CodeList = try self.state(at: RegistrationsProjection.chatKey(chat)) else { return 0 }
        return list.codes.count { $0.expiresAt > now }
    }

    /// How many codes in all have not expired; once it is known to be fewer than `enough`, that may be an overestimate.
    func openCodes(at now: Timestamp, enough: Int) throws(ProjectionError) -> Int {
        let ring = self.summary.openCodes
        guard ring.count >= UInt64(enough) else { return Int(ring.count) }
        var expired = 0
        for number in ring.head..<ring.tail {
            let list: CodeList? = try self.state(at: RegistrationsProjection.queueKey(number))
            guard let code = list?.codes.first, code.expiresAt <= now else { break }
            expired += 1
        }
        return Int(ring.count) - expired
    }

    func hasSeen(_ updateID: Int64) throws(ProjectionError) -> Bool {
        try self.bytes(at: SeenUpdatesProjection.key(updateID)) != nil
    }

    /// The notification, its chat by the id that it goes by now.
    func notification(_ id: NotificationID) throws(ProjectionError) -> Notification? {
        guard var notification: Notification = try self.state(at: NotificationsProjection.key(id)) else { return nil }
        notification.chatID = try self.currentID(of: notification.chatID)
        return notification
    }

    /// The id that a group goes by now: it changed if the group became a supergroup.
    private func currentID(of chat: ChatID) throws(ProjectionError) -> ChatID {
        guard chat.value < 0 else { return chat }
        let moved: IntegerState? = try self.state(at: NotificationsProjection.movedKey(chat))
        return moved.map { ChatID($0.value) } ?? chat
    }

    func repliesWaiting(in chat: ChatID) throws(ProjectionError) -> Int {
        let count: IntegerState? = try self.state(at: NotificationsProjection.repliesKey(chat))
        return Int(count?.value ?? 0)
    }

    func idempotencyRecord(_ keyHash: SecretHash) throws(ProjectionError) -> IdempotencyRecord? {
        try self.state(at: NotificationsProjection.idempotencyKey(keyHash))
    }
}
