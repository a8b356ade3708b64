package import Linking

/// Ask for a message to the links that a caller named.
package struct Notify: JournalCommand {
    /// Whom it is for.
    package enum Addressee: Hashable, Sendable {
        case user(UserID)
        case link(LinkID)
    }

    /// More waiting notifications than this are refused: the queue is memory.
    package static let waitingMax = 1_000_000

    package var addressee: Addressee
    package var request: RequestNotification

    package init(to addressee: Addressee, _ request: RequestNotification) {
        self.addressee = addressee
        self.request = request
    }

    package func facts(in state: StagedState, at now: Timestamp) throws(ProjectionError) -> RequestNotification.Facts {
        let links: [Link] =
            switch self.addressee {
            case .user(let user): try state.currentLinks(of: user)
            case .link(let id): try state.link(id).map { [$0] } ?? []
            }
        var earlier: IdempotencyRecord?
        if let key = self.request.delivery.idempotency?.keyHash {
            earlier = try state.idempotencyRecord(key)
            let oldest = now.adding(seconds: -NotificationsProjection.keySeconds)
            if let record = earlier, record.requestedAt < oldest { earlier = nil }
        }
        return RequestNotification.Facts(
            links: links, earlier: earlier, waiting: Int(state.summary.notifications.waiting),
            waitingMax: Self.waitingMax)
    }

    package func decide(
        _ facts: RequestNotification.Facts, at now: Timestamp
    ) throws(Rejection) -> Decision<RequestNotification.Answer> {
        // A link that is named must be there, one that is suspended or revoked is not linked.
        if case .link = self.addressee, facts.links.isEmpty { throw .linkNotFound }
        return try self.request.decide(facts, at: now)
    }
}

extension CancelNotification: JournalCommand {
    package func facts(in state: StagedState, at now: Timestamp) throws(ProjectionError) -> Facts {
        Facts(notification: try state.notification(self.id))
    }
}

extension AttemptNotification: JournalCommand {
    package func facts(in state: StagedState, at now: Timestamp) throws(ProjectionError) -> Facts {
        let notification = try state.notification(self.id)
        var link: Link?
        if let id = notification?.linkID { link = try state.link(id) }
        return Facts(notification: notification, link: link)
    }
}

extension ResolveAttempt: JournalCommand {
    package func facts(in state: StagedState, at now: Timestamp) throws(ProjectionError) -> Facts {
        guard let notification = try state.notification(self.id) else {
            return Facts(notification: nil, linksInChat: [])
        }
        var linksInNewChat: [Link] = []
        if case .migrated(let chat) = self.outcome { linksInNewChat = try state.currentLinks(in: chat) }
        return Facts(
            notification: notification, linksInChat: try state.currentLinks(in: notification.chatID),
            linksInNewChat: linksInNewChat)
    }
}
