import Linking
import Testing

struct ResolveAttemptTests {
    private func command(_ outcome: AttemptOutcome, attempt: Int = 1) -> ResolveAttempt {
        ResolveAttempt(id: Samples.id(31), attempt: attempt, outcome: outcome, attemptedSeq: 41, jitter: 0.5)
    }

    private func decide(
        _ outcome: AttemptOutcome, attempt: Int = 1, links: [Link] = [Samples.link()],
        delivery: Delivery = Delivery()
    ) throws -> Decision<ResolveAttempt.Answer> {
        let notification = Samples.notification(.sending, attempts: attempt, delivery: delivery)
        return try self.command(outcome, attempt: attempt)
            .decide(ResolveAttempt.Facts(notification: notification, linksInChat: links), at: Samples.now)
    }

    private func proposed(_ events: Event...) -> [ProposedEvent] {
        events.map { ProposedEvent($0, cause: .seq(41)) }
    }

    private func deferred(after milliseconds: Int64, _ reason: String, attempt: Int = 1) -> Event {
        .notificationDeferred(
            NotificationDeferred(
                notificationID: Samples.id(31), attempt: attempt,
                notBefore: Samples.now.adding(milliseconds: milliseconds), reason: reason))
    }

    @Test func `a sent message is sent`() throws {
        let decision = try self.decide(.sent(messageID: 77))
        let sent = NotificationSent(notificationID: Samples.id(31), attempt: 1, messageID: 77)
        #expect(decision.events == self.proposed(.notificationSent(sent)))
        #expect(decision.answer.state == .sent(messageID: 77))
    }

    @Test func `a rate limit puts the message off as long as Telegram says`() throws {
        let decision = try self.decide(.rateLimited(seconds: 34))
        #expect(decision.events == self.proposed(self.deferred(after: 34_000, "rateLimited")))
        let notBefore = Samples.now.adding(seconds: 34)
        #expect(decision.answer.state == .deferred(notBefore: notBefore, reason: "rateLimited"))
    }

    @Test func `no wait is longer than a day or shorter than nothing`() throws {
        let forever = try self.decide(.rateLimited(seconds: .max))
        #expect(forever.events == self.proposed(self.deferred(after: 86_400_000, "rateLimited")))
        let never = try self.decide(.rateLimited(seconds: -5))
        #expect(never.events == self.proposed(self.deferred(after: 0, "rateLimited")))
    }

    @Test func `rate limits are borne longer than failures, not forever`() throws {
        let patient = try self.decide(.rateLimited(seconds: 1), attempt: 99)
        #expect(patient.events == self.proposed(self.deferred(after: 1_000, "rateLimited", attempt: 99)))
        let done = try self.decide(.rateLimited(seconds: 1), attempt: 100)
        #expect(done.events == self.proposed(.notificationFailed(Samples.ended("retriesExhausted"))))
    }

    @Test func `what Telegram could not serve is tried again, later each time`() throws {
        let first = try self.decide(.unavailable(reason: "serverError", description: "Bad Gateway"))
        #expect(first.events == self.proposed(self.deferred(after: 1_000, "serverError")))
        let fifth = try self.decide(.unavailable(reason: "serverError", description: "Bad Gateway"), attempt: 5)
        #expect(fifth.events == self.proposed(self.deferred(after: 16_000, "serverError", attempt: 5)))
    }

    @Test func `after twelve attempts the message fails`() throws {
        let decision = try self.decide(.unavailable(reason: "serverError", description: "Bad Gateway"), attempt: 12)
        #expect(
            decision.events
                == self.proposed(.notificationFailed(Samples.ended("retriesExhausted", "Bad Gateway"))))
        #expect(decision.answer.state == .failed(reason: "retriesExhausted"))
    }

    @Test func `a message that would be late expires instead of waiting`() throws {
        let delivery = Delivery(expiresAt: Samples.now.adding(seconds: 34))
        let late = try self.decide(.rateLimited(seconds: 34), delivery: delivery)
        #expect(late.events == self.proposed(.notificationExpired(Samples.ended("expired"))))
        #expect(late.answer.state == .expired)
        let inTime = try self.decide(.rateLimited(seconds: 33), delivery: delivery)
        #expect(inTime.events == self.proposed(self.deferred(after: 33_000, "rateLimited")))
    }

    @Test func `a chat that is gone fails the message and suspends its active links`() throws {
        let active = Samples.link(11)
        let suspended = Samples.link(12, user: Samples.bob, state: .suspended(reason: "kicked"))
        let outcome = AttemptOutcome.chatGone(reason: "blocked", description: "bot was blocked by the user")
        let decision = try self.decide(outcome, links: [active, suspended])
        #expect(
            decision.events
                == self.proposed(
                    .notificationFailed(Samples.ended("blocked", "bot was blocked by the user")),
                    .linkSuspended(Samples.changed(active, "blocked"))))
        #expect(decision.answer.state == .failed(reason: "blocked"))
    }

    @Test func `a message that is refused fails and its link stays`() throws {
        let decision = try self.decide(.rejected(description: "BUTTON_DATA_INVALID"))
        #expect(
            decision.events
                == self.proposed(.notificationFailed(Samples.ended("rejected", "BUTTON_DATA_INVALID"))))
    }

    @Test func `a lost answer is uncertain`() throws {
        let decision = try self.decide(.lost(description: "timeout"))
        #expect(
            decision.events == self.proposed(.notificationUncertain(Samples.ended("answerLost", "timeout"))))
        #expect(decision.answer.state == .uncertain(reason: "answerLost"))
    }

    @Test func `a lost answer is tried again after a pause for who asked for that, not forever`() throws {
        let delivery = Delivery(onUncertain: .resend)
        let uncertain = Event.notificationUncertain(Samples.ended("answerLost", "timeout"))
        let again = try self.decide(.lost(description: "timeout"), delivery: delivery)
        #expect(again.events == self.proposed(uncertain, self.deferred(after: 1_000, "answerLost")))
        let notBefore = Samples.now.adding(seconds: 1)
        #expect(again.answer.state == .deferred(notBefore: notBefore, reason: "answerLost"))
        let last = try self.decide(.lost(description: "timeout"), attempt: 12, delivery: delivery)
        let failed = Event.notificationFailed(Samples.ended("retriesExhausted", "timeout"))
        #expect(last.events == self.proposed(uncertain, failed))
        #expect(last.answer.state == .failed(reason: "retriesExhausted"))
    }

    @Test func `a report about another attempt, or about what ended, changes nothing`() throws {
        let states: [(Notification.State, Int)] = [
            (.sending, 2), (.queued, 1), (.sent(messageID: 1), 1), (.expired, 1),
        ]
        for (state, attempts) in states {
            let facts = ResolveAttempt.Facts(
                notification: Samples.notification(state, attempts: attempts), linksInChat: [Samples.link()])
            let decision = try self.command(.sent(messageID: 77)).decide(facts, at: Samples.now)
            #expect(decision.events.isEmpty)
            #expect(decision.answer.state == state)
        }
    }

    @Test func `a report about no message changes nothing`() throws {
        let facts = ResolveAttempt.Facts(notification: nil, linksInChat: [])
        let decision = try self.command(.sent(messageID: 77)).decide(facts, at: Samples.now)
        #expect(decision.events.isEmpty)
        #expect(decision.answer.state == nil)
    }
}
