import Linking
import Testing

struct ResolveMigrationTests {
    private let link = Samples.link(11, chat: Samples.group)

    private func events(_ notification: Notification, _ links: [Link], inNewChat: [Link] = []) throws -> [Event] {
        let command = ResolveAttempt(
            id: Samples.id(31), attempt: 1, outcome: .migrated(to: Samples.supergroup), attemptedSeq: 41, jitter: 0)
        return try command.events(
            ResolveAttempt.Facts(notification: notification, linksInChat: links, linksInNewChat: inNewChat))
    }

    private func sending(linkID: LinkID? = Samples.id(11)) -> Notification {
        Samples.notification(.sending, attempts: 1, linkID: linkID, chatID: Samples.group.id)
    }

    private func moved(_ link: Link) -> Event {
        .linkMigrated(
            LinkMigrated(
                linkID: link.id, userID: link.userID, fromChatID: Samples.group.id, chatID: Samples.supergroup))
    }

    private let deferred = Event.notificationDeferred(
        NotificationDeferred(notificationID: Samples.id(31), attempt: 1, notBefore: Samples.now, reason: "migrated"))

    @Test func `all links of the group move and the message is sent once more`() throws {
        let other = Samples.link(12, user: Samples.bob, chat: Samples.group, state: .suspended(reason: "kicked"))
        #expect(
            try self.events(self.sending(), [self.link, other]) == [
                self.moved(self.link), self.moved(other), self.deferred,
            ])
    }

    @Test func `the message is due at once, in the new chat`() throws {
        var notification = self.sending()
        for event in try self.events(notification, [self.link]) { notification.apply(Samples.recorded(event)) }
        #expect(notification.chatID == Samples.supergroup)
        #expect(notification.dueAt == Samples.now)
    }

    @Test func `a second move fails the message`() throws {
        var notification = self.sending()
        notification.migrated = true
        let failed = Samples.ended("rejected", "group chat was upgraded to a supergroup chat")
        #expect(try self.events(notification, [self.link]) == [.notificationFailed(failed)])
    }

    @Test func `a message that an update moved meanwhile is sent once more`() throws {
        var notification = self.sending()
        notification.chatID = Samples.supergroup
        var link = self.link
        link.chatID = Samples.supergroup
        #expect(try self.events(notification, [link]) == [self.deferred])
    }

    @Test func `a reply moves with the links of its chat`() throws {
        #expect(try self.events(self.sending(linkID: nil), [self.link]) == [self.moved(self.link), self.deferred])
    }

    @Test func `a reply to a chat without links has nowhere to go`() throws {
        let failed = Event.notificationFailed(Samples.ended("migrated"))
        #expect(try self.events(self.sending(linkID: nil), []) == [failed])
    }

    @Test func `a user who linked the supergroup already keeps that link alone`() throws {
        var newer = Samples.link(13)
        newer.chatID = Samples.supergroup
        #expect(
            try self.events(self.sending(), [self.link], inNewChat: [newer]) == [
                .linkRevoked(Samples.changed(self.link, "replaced")), self.deferred,
            ])
    }

    @Test func `a message out of time expires while its links move`() throws {
        var notification = self.sending()
        notification.expiresAt = Samples.now
        #expect(
            try self.events(notification, [self.link]) == [
                self.moved(self.link), .notificationExpired(Samples.ended("expired")),
            ])
    }
}
