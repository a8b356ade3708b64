import Linking

/// The domain in memory: every state folded from the events, and the facts looked up in it.
struct World {
    private(set) var tokens: [TokenID: Token] = [:]
    private(set) var links: [LinkID: Link] = [:]
    private(set) var registrations: [CodeID: Registration] = [:]
    private(set) var notifications: [NotificationID: Notification] = [:]
    private(set) var keys: [SecretHash: IdempotencyRecord] = [:]
    private(set) var updates: Set<Int64> = []
    private(set) var log: [RecordedEvent] = []
    /// What was recorded and yet changed nothing, or had an impossible cause.
    private(set) var idle: [RecordedEvent] = []
    var now = Samples.now

    /// Decides and records; a refusal is nil and records nothing.
    mutating func run<C: Command>(_ command: C, _ facts: C.Facts) -> C.Answer? {
        guard let decision = try? command.decide(facts, at: self.now) else { return nil }
        let first = UInt64(self.log.count + 1)
        for proposed in decision.events {
            let recorded = RecordedEvent(seq: UInt64(self.log.count + 1), time: self.now, event: proposed.event)
            if case .first = proposed.cause, recorded.seq == first { self.idle.append(recorded) }
            if case .seq(let seq) = proposed.cause, seq == 0 || seq >= first { self.idle.append(recorded) }
            self.record(recorded)
        }
        return decision.answer
    }

    func links(in chat: ChatID) -> [Link] {
        self.links.values.filter { $0.chatID == chat && !$0.isRevoked }.sorted { $0.id < $1.id }
    }

    func issuedToken(_ user: UserID, _ kind: ChatKind) -> Token? {
        self.tokens.values.first { $0.userID == user && $0.chat == kind && $0.state == .issued }
    }

    func openCodes(in chat: ChatID? = nil) -> Int {
        self.registrations.values.count { code in
            self.now < code.expiresAt && (chat.map { code.chat.id == $0 } ?? (code.state == .open))
        }
    }

    func repliesWaiting(in chat: ChatID) -> Int {
        self.notifications.values.count { $0.kind == .reply && $0.chatID == chat && !$0.isFinal }
    }

    private mutating func record(_ recorded: RecordedEvent) {
        self.log.append(recorded)
        let before = (self.tokens, self.links, self.registrations, self.notifications, self.updates)
        for id in self.tokens.keys { self.tokens[id]?.apply(recorded) }
        for id in self.links.keys { self.links[id]?.apply(recorded) }
        for id in self.registrations.keys { self.registrations[id]?.apply(recorded) }
        for id in self.notifications.keys { self.notifications[id]?.apply(recorded) }
        self.create(recorded)
        if case .tokenRejected = recorded.event { return }
        let after = (self.tokens, self.links, self.registrations, self.notifications, self.updates)
        if before == after { self.idle.append(recorded) }
    }

    private mutating func create(_ recorded: RecordedEvent) {
        switch recorded.event {
        case .tokenIssued(let issued): self.tokens[issued.tokenID] = Token(issued, at: recorded.time)
        case .linkConfirmed(let confirmed): self.links[confirmed.linkID] = Link(confirmed, at: recorded.time)
        case .registrationRequested(let requested):
            self.registrations[requested.codeID] = Registration(requested)
        case .notificationRequested(let requested):
            self.notifications[requested.notificationID] = Notification(
                requested, seq: recorded.seq, at: recorded.time)
            self.remember(requested, at: recorded.time)
        case .updateReceived(let update):
            if let id = update.updateID { self.updates.insert(id) }
        case .logCreated, .tokenRedeemed, .tokenRevoked, .tokenExpired, .tokenRejected, .linkSuspended, .linkResumed,
            .linkRevoked, .linkMigrated, .notificationAttempted, .notificationSent, .notificationDeferred,
            .notificationFailed, .notificationExpired, .notificationCancelled, .notificationUncertain:
            return
        }
    }

    private mutating func remember(_ requested: NotificationRequested, at time: Timestamp) {
        guard let key = requested.idempotency else { return }
        let fresh = IdempotencyRecord(
            keyHash: key.keyHash, requestHash: key.requestHash, notificationIDs: [], requestedAt: time)
        self.keys[key.keyHash, default: fresh].notificationIDs.append(requested.notificationID)
    }
}
