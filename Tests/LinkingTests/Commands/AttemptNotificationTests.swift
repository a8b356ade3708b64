import Linking
import Testing

struct AttemptNotificationTests {
    private func decide(_ notification: Notification?, _ link: Link? = Samples.link()) throws -> Decision<AttemptPermit>
    {
        try AttemptNotification(id: Samples.id(31))
            .decide(AttemptNotification.Facts(notification: notification, link: link), at: Samples.now)
    }

    private func ends(_ notification: Notification, _ link: Link?, with event: Event) throws -> Bool {
        let decision = try self.decide(notification, link)
        return decision.answer == .ended && decision.events == [ProposedEvent(event, cause: .seq(40))]
    }

    @Test func `a due message may be sent once its attempt is recorded`() throws {
        let decision = try self.decide(Samples.notification())
        let attempted = NotificationAttempted(notificationID: Samples.id(31), attempt: 1)
        #expect(decision.events == [ProposedEvent(.notificationAttempted(attempted), cause: .seq(40))])
        #expect(decision.answer == .send(chatID: Samples.privateChat.id, threadID: nil, attempt: 1))
    }

    @Test func `attempts go on counting`() throws {
        let waiting = Samples.notification(.deferred(notBefore: Samples.now, reason: "restart"), attempts: 3)
        #expect(
            try self.decide(waiting).answer == .send(chatID: Samples.privateChat.id, threadID: nil, attempt: 4))
    }

    @Test func `a reply needs no link`() throws {
        let reply = Samples.notification(linkID: nil)
        #expect(
            try self.decide(reply, nil).answer == .send(chatID: Samples.privateChat.id, threadID: nil, attempt: 1))
    }

    @Test func `a message goes where its link is now`() throws {
        var link = Samples.link()
        link.chatID = Samples.supergroup
        #expect(
            try self.decide(Samples.notification(), link).answer
                == .send(chatID: Samples.supergroup, threadID: nil, attempt: 1))
    }

    @Test func `a message past its time expires, whatever else`() throws {
        let late = Samples.notification(delivery: Delivery(expiresAt: Samples.now))
        let revoked = Samples.link(state: .revoked(reason: "user"))
        #expect(try self.ends(late, revoked, with: .notificationExpired(Samples.ended("expired"))))
    }

    @Test func `a message to a link that is gone or suspended fails`() throws {
        let message = Samples.notification()
        let gone = Event.notificationFailed(Samples.ended("linkRevoked"))
        #expect(try self.ends(message, Samples.link(state: .revoked(reason: "user")), with: gone))
        #expect(try self.ends(message, nil, with: gone))
        let suspended = Samples.link(state: .suspended(reason: "blocked"))
        #expect(try self.ends(message, suspended, with: .notificationFailed(Samples.ended("linkSuspended"))))
    }

    @Test func `a message whose moment has not come waits on`() throws {
        let moment = Samples.now.adding(milliseconds: 1)
        let scheduled = try self.decide(Samples.notification(delivery: Delivery(sendAt: moment)))
        #expect(scheduled.events.isEmpty)
        #expect(scheduled.answer == .notYet(until: moment))
        let waiting = try self.decide(Samples.notification(.deferred(notBefore: moment, reason: "restart")))
        #expect(waiting.answer == .notYet(until: moment))
    }

    @Test(arguments: [Notification.State.sending, .sent(messageID: 1), .cancelled, .expired])
    func `a message on its way or at its end is not sent again`(state: Notification.State) throws {
        let decision = try self.decide(Samples.notification(state, attempts: 1))
        #expect(decision.events.isEmpty)
        #expect(decision.answer == .ended)
    }

    @Test func `an unknown message is not found`() {
        #expect(throws: Rejection.notificationNotFound) { try self.decide(nil) }
    }
}
