import Linking
import Testing

struct NotificationTests {
    private let later = Samples.now.adding(seconds: 1)
    private let moment = Samples.now.adding(seconds: 60)

    private func apply(_ event: Event, to notification: Notification) -> Notification {
        var notification = notification
        notification.apply(Samples.recorded(event))
        return notification
    }

    private func attempted(_ attempt: Int) -> Event {
        .notificationAttempted(NotificationAttempted(notificationID: Samples.id(31), attempt: attempt))
    }

    private func sent(_ attempt: Int) -> Event {
        .notificationSent(NotificationSent(notificationID: Samples.id(31), attempt: attempt, messageID: 77))
    }

    private func deferred(_ attempt: Int, _ reason: String = "restart") -> Event {
        .notificationDeferred(
            NotificationDeferred(
                notificationID: Samples.id(31), attempt: attempt, notBefore: self.moment, reason: reason))
    }

    private func moved(_ linkID: LinkID) -> Event {
        .linkMigrated(
            LinkMigrated(
                linkID: linkID, userID: Samples.ann, fromChatID: Samples.group.id, chatID: Samples.supergroup))
    }

    private static let finals: [Notification.State] = [
        .sent(messageID: 1), .failed(reason: "blocked"), .expired, .cancelled, .uncertain(reason: "answerLost"),
    ]

    @Test func `an attempt makes a waiting message sending and counts`() {
        let first = self.apply(self.attempted(1), to: Samples.notification())
        #expect(first.state == .sending && first.attempts == 1 && first.updatedAt == self.later)
        let waiting = Samples.notification(.deferred(notBefore: self.moment, reason: "restart"), attempts: 1)
        let second = self.apply(self.attempted(2), to: waiting)
        #expect(second.state == .sending && second.attempts == 2)
    }

    @Test func `an attempt out of order changes nothing`() {
        #expect(self.apply(self.attempted(2), to: Samples.notification()) == Samples.notification())
        let sending = Samples.notification(.sending, attempts: 1)
        #expect(self.apply(self.attempted(2), to: sending) == sending)
    }

    @Test func `the outcome of the attempt under way is taken, of another is not`() {
        let sending = Samples.notification(.sending, attempts: 2)
        #expect(self.apply(self.sent(2), to: sending).state == .sent(messageID: 77))
        #expect(self.apply(self.sent(1), to: sending) == sending)
        #expect(
            self.apply(self.deferred(2), to: sending).state == .deferred(notBefore: self.moment, reason: "restart"))
        #expect(self.apply(self.deferred(1), to: sending) == sending)
        let queued = Samples.notification()
        #expect(self.apply(self.sent(0), to: queued) == queued)
    }

    @Test func `being put off because the chat moved is remembered`() {
        let sending = Samples.notification(.sending, attempts: 1)
        #expect(self.apply(self.deferred(1, "migrated"), to: sending).migrated)
        #expect(!self.apply(self.deferred(1), to: sending).migrated)
    }

    @Test func `a message fails and expires from any state but a final one`() {
        for state in [Notification.State.queued, .sending, .deferred(notBefore: self.moment, reason: "restart")] {
            let notification = Samples.notification(state)
            let failed = self.apply(.notificationFailed(Samples.ended("blocked")), to: notification)
            #expect(failed.state == .failed(reason: "blocked"))
            #expect(self.apply(.notificationExpired(Samples.ended("expired")), to: notification).state == .expired)
        }
    }

    @Test func `a message is cancelled while it waits, not while it is sent`() {
        let event = Event.notificationCancelled(Samples.ended("backend"))
        #expect(self.apply(event, to: Samples.notification()).state == .cancelled)
        let waiting = Samples.notification(.deferred(notBefore: self.moment, reason: "restart"))
        #expect(self.apply(event, to: waiting).state == .cancelled)
        #expect(self.apply(event, to: Samples.notification(.sending)).state == .sending)
    }

    @Test func `an unknown outcome ends a message, or queues it again if it asked for that`() {
        let event = Event.notificationUncertain(Samples.ended("answerLost"))
        let dropped = self.apply(event, to: Samples.notification(.sending, attempts: 1))
        #expect(dropped.state == .uncertain(reason: "answerLost"))
        let sending = Samples.notification(.sending, attempts: 1, delivery: Delivery(onUncertain: .resend))
        let again = self.apply(event, to: sending)
        #expect(again.state == .queued && again.attempts == 1)
        #expect(self.apply(self.deferred(1), to: again).state == .deferred(notBefore: self.moment, reason: "restart"))
    }

    @Test(arguments: finals)
    func `nothing moves a final state`(state: Notification.State) {
        let notification = Samples.notification(state, attempts: 1, chatID: Samples.group.id)
        let events = [
            self.attempted(2), self.sent(1), self.deferred(1), .notificationFailed(Samples.ended("x")),
            .notificationExpired(Samples.ended("x")), .notificationCancelled(Samples.ended("x")),
            .notificationUncertain(Samples.ended("x")), self.moved(Samples.id(11)),
        ]
        #expect(notification.isFinal)
        for event in events { #expect(self.apply(event, to: notification) == notification) }
    }

    @Test func `a message on its way follows its link, a reply its chat`() {
        let message = Samples.notification(chatID: Samples.group.id)
        let moved = self.apply(self.moved(Samples.id(11)), to: message)
        #expect(moved.chatID == Samples.supergroup && moved.updatedAt == self.later)
        #expect(self.apply(self.moved(Samples.id(12)), to: message) == message)
        let reply = Samples.notification(.sending, attempts: 1, linkID: nil, chatID: Samples.group.id)
        #expect(self.apply(self.moved(Samples.id(12)), to: reply).chatID == Samples.supergroup)
        let elsewhere = Samples.notification(linkID: nil)
        #expect(self.apply(self.moved(Samples.id(12)), to: elsewhere) == elsewhere)
    }

    @Test(arguments: everyEventAboutOthers)
    func `what concerns another message changes nothing`(event: Event) {
        #expect(self.apply(event, to: Samples.notification()) == Samples.notification())
    }

    @Test func `a message is due at the latest of request, sendAt and notBefore`() {
        let hour = Samples.now.adding(seconds: 3_600)
        let past = Samples.now.adding(seconds: -5)
        let waiting = Notification.State.deferred(notBefore: self.moment, reason: "restart")
        #expect(Samples.notification().dueAt == Samples.now)
        #expect(Samples.notification(delivery: Delivery(sendAt: past)).dueAt == Samples.now)
        #expect(Samples.notification(delivery: Delivery(sendAt: hour)).dueAt == hour)
        #expect(Samples.notification(waiting).dueAt == self.moment)
        #expect(Samples.notification(waiting, delivery: Delivery(sendAt: hour)).dueAt == hour)
    }

    @Test func `a queued message is scheduled until its moment`() {
        let notification = Samples.notification(delivery: Delivery(sendAt: self.moment))
        #expect(notification.publicState(at: Samples.now) == .scheduled)
        #expect(notification.publicState(at: self.moment) == .queued)
    }

    @Test func `every state has its public name`() {
        let names = ([.sending, .deferred(notBefore: self.moment, reason: "x")] + Self.finals)
            .map { Samples.notification($0).publicState(at: Samples.now).rawValue }
        #expect(names == ["sending", "deferred", "sent", "failed", "expired", "cancelled", "uncertain"])
    }

    @Test func `a message begins queued, as it was requested`() {
        let requested = NotificationRequested(
            notificationID: Samples.id(31), linkID: Samples.id(11), userID: Samples.ann,
            chatID: Samples.privateChat.id, threadID: nil, message: Message(text: "hi"), delivery: Delivery(),
            kind: .notify)
        #expect(Notification(requested, seq: 40, at: Samples.now) == Samples.notification())
    }
}
