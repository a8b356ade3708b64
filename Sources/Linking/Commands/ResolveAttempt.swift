/// Record what came of an attempt.
package struct ResolveAttempt: Command {
    package struct Facts: Sendable {
        package var notification: Notification?
        /// The active and suspended links in the notification's `chatID`.
        package var linksInChat: [Link]
        /// Those in the chat that ``AttemptOutcome/migrated(to:)`` names.
        package var linksInNewChat: [Link]

        package init(notification: Notification?, linksInChat: [Link], linksInNewChat: [Link] = []) {
            self.notification = notification
            self.linksInChat = linksInChat
            self.linksInNewChat = linksInNewChat
        }
    }

    package struct Answer: Hashable, Sendable {
        /// The state afterwards; nil if there is no such notification.
        package var state: Notification.State?

        package init(state: Notification.State?) {
            self.state = state
        }
    }

    package var id: NotificationID
    package var attempt: Int
    package var outcome: AttemptOutcome
    /// The `notification.attempted` event: the cause of what is recorded.
    package var attemptedSeq: UInt64
    package var policy: RetryPolicy
    /// Random, 0..<1: so that what failed together is not tried again together.
    package var jitter: Double

    package init(
        id: NotificationID, attempt: Int, outcome: AttemptOutcome, attemptedSeq: UInt64,
        policy: RetryPolicy = RetryPolicy(), jitter: Double
    ) {
        self.id = id
        self.attempt = attempt
        self.outcome = outcome
        self.attemptedSeq = attemptedSeq
        self.policy = policy
        self.jitter = jitter
    }

    package func decide(_ facts: Facts, at now: Timestamp) throws(Rejection) -> Decision<Answer> {
        guard var notification = facts.notification else { return Decision([], answer: Answer(state: nil)) }
        guard notification.state == .sending, notification.attempts == self.attempt else {
            // Resolved before, or another attempt has begun since: this report comes too late to mean anything.
            return Decision([], answer: Answer(state: notification.state))
        }
        let events = self.events(notification, facts, at: now)
        for event in events {
            notification.apply(RecordedEvent(seq: self.attemptedSeq, time: now, event: event))
        }
        return Decision(
            events.map { ProposedEvent($0, cause: .seq(self.attemptedSeq)) },
            answer: Answer(state: notification.state))
    }

    private func events(_ notification: Notification, _ facts: Facts, at now: Timestamp) -> [Event] {
        switch self.outcome {
        case .sent(let messageID):
            let sent = NotificationSent(notificationID: self.id, attempt: self.attempt, messageID: messageID)
            return [.notificationSent(sent)]
        case .rateLimited(let seconds):
            guard self.attempt < self.policy.rateLimitedAttemptsMax else { return [Self.exhausted(notification)] }
            let wait = min(max(seconds, 0), self.policy.retryAfterSecondsMax)
            return [self.putOff(notification, until: now.adding(seconds: Int64(wait)), reason: "rateLimited")]
        case .unavailable(let reason, let description):
            return [self.retry(notification, reason: reason, description: description, at: now)]
        case .migrated(let chatID):
            return self.migrate(notification, to: chatID, facts, at: now)
        case .chatGone(let reason, let description):
            let failed = Event.notificationFailed(notification.ended(reason, description: description))
            return [failed] + facts.linksInChat.filter(\.isActive).map { $0.suspended(reason: reason) }
        case .rejected(let description):
            return [.notificationFailed(notification.ended("rejected", description: description))]
        case .lost(let description):
            return self.lose(notification, description: description, at: now)
        }
    }

    /// Nobody can know whether it arrived; who asked for it anyway gets it again, after a pause.
    private func lose(_ notification: Notification, description: String, at now: Timestamp) -> [Event] {
        let uncertain = Event.notificationUncertain(notification.ended("answerLost", description: description))
        switch notification.onUncertain {
        case .drop:
            return [uncertain]
        case .resend:
            return [uncertain, self.retry(notification, reason: "answerLost", description: description, at: now)]
        }
    }

    private func migrate(_ notification: Notification, to chatID: ChatID, _ facts: Facts, at now: Timestamp) -> [Event]
    {
        guard !notification.migrated else {
            return [
                .notificationFailed(
                    notification.ended("rejected", description: "group chat was upgraded to a supergroup chat"))
            ]
        }
        let deferral = self.putOff(notification, until: now, reason: NotificationDeferred.migratedReason)
        // An update told of the move while the message was on its way to the old chat.
        guard notification.chatID != chatID else { return [deferral] }
        let moves = Migration(links: facts.linksInChat, linksInNewChat: facts.linksInNewChat, to: chatID).events
        // A reply has no link of its own: with none to follow, it has nowhere to go.
        guard notification.linkID != nil || !facts.linksInChat.isEmpty else {
            return [.notificationFailed(notification.ended(NotificationDeferred.migratedReason))]
        }
        return moves + [deferral]
    }

    private func retry(_ notification: Notification, reason: String, description: String, at now: Timestamp) -> Event {
        guard self.attempt < self.policy.attemptsMax else {
            return Self.exhausted(notification, description: description)
        }
        let delay = self.policy.backoffMilliseconds(after: self.attempt, jitter: self.jitter)
        return self.putOff(notification, until: now.adding(milliseconds: delay), reason: reason)
    }

    /// Another attempt at `moment`, unless the message is of no use by then.
    private func putOff(_ notification: Notification, until moment: Timestamp, reason: String) -> Event {
        if notification.isPastExpiry(at: moment) { return .notificationExpired(notification.ended("expired")) }
        return .notificationDeferred(
            NotificationDeferred(
                notificationID: self.id, attempt: self.attempt, notBefore: moment, reason: reason))
    }

    private static func exhausted(_ notification: Notification, description: String? = nil) -> Event {
        .notificationFailed(notification.ended("retriesExhausted", description: description))
    }
}
