import Linking
import Testing

struct RequestNotificationTests {
    private let message = Message(text: "Your order is ready", parseMode: "HTML")
    private let key = Idempotency(keyHash: Samples.hash(5), requestHash: Samples.hash(6))

    private func command(_ delivery: Delivery = Delivery()) -> RequestNotification {
        RequestNotification(firstID: Samples.id(31), message: self.message, delivery: delivery, kind: .notify)
    }

    private func facts(_ links: [Link], earlier: IdempotencyRecord? = nil, waiting: Int = 0)
        -> RequestNotification.Facts
    {
        RequestNotification.Facts(links: links, earlier: earlier, waiting: waiting, waitingMax: 10)
    }

    private func earlier(requestHash: SecretHash) -> IdempotencyRecord {
        IdempotencyRecord(
            keyHash: Samples.hash(5), requestHash: requestHash, notificationIDs: [Samples.id(41), Samples.id(42)],
            requestedAt: Samples.now)
    }

    @Test func `each active link gets a message of its own`() throws {
        var topic = Samples.group
        topic.threadID = 8
        let links = [
            Samples.link(11), Samples.link(12, chat: Samples.channel, state: .suspended(reason: "kicked")),
            Samples.link(13, chat: topic),
        ]
        let delivery = Delivery(lane: .bulk, idempotency: self.key)
        let decision = try self.command(delivery).decide(self.facts(links), at: Samples.now)
        let expected = [(links[0], 31), (links[2], 32)].map { link, number in
            Event.notificationRequested(
                NotificationRequested(
                    notificationID: Samples.id(number), linkID: link.id, userID: Samples.ann, chatID: link.chatID,
                    threadID: link.threadID, message: self.message, delivery: delivery, kind: .notify))
        }
        #expect(decision.events.map(\.event) == expected)
        #expect(
            decision.answer
                == RequestNotification.Answer(
                    notificationIDs: [Samples.id(31), Samples.id(32)], replayed: false, scheduled: false))
    }

    @Test func `a user without an active link is not linked`() {
        let links = [Samples.link(state: .suspended(reason: "blocked")), Samples.link(state: .revoked(reason: "user"))]
        #expect(throws: Rejection.notLinked) { try self.command().events(self.facts([])) }
        #expect(throws: Rejection.notLinked) { try self.command().events(self.facts(links)) }
    }

    @Test func `the queue takes what it has room for and nothing of what it has not`() throws {
        let links = [Samples.link(11), Samples.link(12, chat: Samples.group)]
        #expect(try self.command().events(self.facts(links, waiting: 8)).count == 2)
        #expect(throws: Rejection.queueFull) { try self.command().events(self.facts(links, waiting: 9)) }
    }

    @Test func `the same request under the same key is answered as before, linked or not`() throws {
        let facts = self.facts([], earlier: self.earlier(requestHash: self.key.requestHash), waiting: 10)
        let decision = try self.command(Delivery(idempotency: self.key)).decide(facts, at: Samples.now)
        #expect(decision.events.isEmpty)
        #expect(decision.answer.notificationIDs == [Samples.id(41), Samples.id(42)])
        #expect(decision.answer.replayed)
    }

    @Test func `another request under the same key is a conflict`() {
        let facts = self.facts([Samples.link()], earlier: self.earlier(requestHash: Samples.hash(7)))
        #expect(throws: Rejection.idempotencyConflict) {
            try self.command(Delivery(idempotency: self.key)).events(facts)
        }
    }

    @Test func `a message for later is scheduled, one whose moment has come is not`() throws {
        let later = Delivery(sendAt: Samples.now.adding(milliseconds: 1))
        let links = [Samples.link()]
        #expect(try self.command(later).decide(self.facts(links), at: Samples.now).answer.scheduled)
        let due = Delivery(sendAt: Samples.now)
        #expect(try !self.command(due).decide(self.facts(links), at: Samples.now).answer.scheduled)
    }
}
