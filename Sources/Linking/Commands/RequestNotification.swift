/// Queue a message to each active link of a user, or to one link.
package struct RequestNotification: Command {
    package struct Facts: Sendable {
        /// The addressed user's links, or the addressed link.
        package var links: [Link]
        /// What was requested before under the same idempotency key.
        package var earlier: IdempotencyRecord?
        /// How many messages wait, and how many may.
        package var waiting: Int
        package var waitingMax: Int

        package init(links: [Link], earlier: IdempotencyRecord?, waiting: Int, waitingMax: Int) {
            self.links = links
            self.earlier = earlier
            self.waiting = waiting
            self.waitingMax = waitingMax
        }
    }

    package struct Answer: Hashable, Sendable {
        package var notificationIDs: [NotificationID]
        /// Whether these are an earlier request's, and nothing happened now.
        package var replayed: Bool
        /// Whether they wait for their `sendAt`.
        package var scheduled: Bool

        package init(notificationIDs: [NotificationID], replayed: Bool, scheduled: Bool) {
            self.notificationIDs = notificationIDs
            self.replayed = replayed
            self.scheduled = scheduled
        }
    }

    /// The first message's id; the others are numbered from it.
    package var firstID: NotificationID
    package var message: Message
    package var delivery: Delivery
    package var kind: NotificationKind

    package init(firstID: NotificationID, message: Message, delivery: Delivery, kind: NotificationKind) {
        self.firstID = firstID
        self.message = message
        self.delivery = delivery
        self.kind = kind
    }

    package func decide(_ facts: Facts, at now: Timestamp) throws(Rejection) -> Decision<Answer> {
        let scheduled = self.delivery.sendAt.map { $0 > now } ?? false
        if let earlier = facts.earlier {
            guard earlier.requestHash == self.delivery.idempotency?.requestHash else { throw .idempotencyConflict }
            let answer = Answer(notificationIDs: earlier.notificationIDs, replayed: true, scheduled: scheduled)
            return Decision([], answer: answer)
        }
        let links = facts.links.filter(\.isActive)
        guard !links.isEmpty else { throw .notLinked }
        guard links.count <= facts.waitingMax - facts.waiting else { throw .queueFull }
        let requests = links.enumerated().map { self.request(to: $1, id: self.firstID.advanced(by: $0)) }
        let ids = requests.map(\.notificationID)
        return Decision(
            requests.map { ProposedEvent(.notificationRequested($0)) },
            answer: Answer(notificationIDs: ids, replayed: false, scheduled: scheduled))
    }

    private func request(to link: Link, id: NotificationID) -> NotificationRequested {
        NotificationRequested(
            notificationID: id, linkID: link.id, userID: link.userID, chatID: link.chatID, threadID: link.threadID,
            message: self.message, delivery: self.delivery, kind: self.kind)
    }
}
