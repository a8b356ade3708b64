import Linking

/// Commands at random, over few users and chats so that they meet.
struct RandomSession {
    private(set) var world = World()
    private var random: SplitMix64
    private var made: UInt64 = 100
    private var users = ["ann", "bob", "cid"].map { UserID(stored: $0) }
    private var chats: [Chat] = [
        Chat(id: ChatID(1), type: "private"), Chat(id: ChatID(2), type: "private", language: "de"),
        Chat(id: ChatID(-1), type: "group"), Chat(id: ChatID(-2), type: "group"),
        Chat(id: ChatID(-101), type: "supergroup"), Chat(id: ChatID(-102), type: "supergroup"),
    ]

    init(seed: UInt64) {
        self.random = SplitMix64(state: seed)
    }

    mutating func step() {
        self.world.now = self.world.now.adding(milliseconds: Int64.random(in: 0...200_000, using: &self.random))
        switch Int.random(in: 0..<40, using: &self.random) {
        case 0...3: self.issueToken()
        case 4: self.revokeToken()
        case 5: self.revokeLinks()
        case 6, 7: self.confirmLink()
        case 8...11: self.notify()
        case 12: self.cancel()
        case 13...18: self.attempt()
        case 19...23: self.resolve()
        default: self.update()  // The rest of 40.
        }
    }

    private mutating func pick<T>(_ items: some Collection<T>) -> T? {
        items.randomElement(using: &self.random)
    }

    private mutating func fresh<Subject>() -> Identifier<Subject> {
        self.made += 1
        return Samples.id(self.made)
    }

    private mutating func user() -> UserID {
        self.pick(self.users) ?? Samples.ann
    }

    private mutating func issueToken() {
        let (user, kind) = (self.user(), self.pick(ChatKind.allCases) ?? .private)
        let id: TokenID = self.fresh()
        let command = IssueToken(
            tokenID: id, tokenHash: Samples.hash(id.low), userID: user, chat: kind, context: nil, ttlSeconds: 900)
        _ = self.world.run(command, IssueToken.Facts(liveToken: self.world.issuedToken(user, kind)))
    }

    /// Mostly one that is worth presenting.
    private mutating func token() -> Token? {
        let all = self.world.tokens.values.sorted { $0.id < $1.id }
        let live = all.filter { $0.state == .issued }
        return self.pick(live.isEmpty || Int.random(in: 0..<4, using: &self.random) == 0 ? all : live)
    }

    private mutating func revokeToken() {
        guard let token = self.token() else { return }
        _ = self.world.run(RevokeToken(tokenID: token.id), RevokeToken.Facts(token: token))
    }

    private mutating func revokeLinks() {
        let user = self.user()
        let links = self.world.links.values.filter { $0.userID == user }.sorted { $0.id < $1.id }
        _ = self.world.run(RevokeLinks(), RevokeLinks.Facts(links: links))
    }

    private mutating func confirmLink() {
        guard let code = self.pick(self.world.registrations.values.sorted { $0.id < $1.id }) else { return }
        let command = ConfirmLink(
            codeID: code.id, codeHash: code.hash, userID: self.user(), linkID: self.fresh(),
            notificationID: self.fresh(), replies: Replies())
        let links = self.world.links(in: code.chat.id)
        _ = self.world.run(command, ConfirmLink.Facts(registration: code, linksInChat: links))
    }

    private mutating func notify() {
        let user = self.user()
        let key = self.pick([nil, nil, 1, 2, 3] as [UInt64?]) ?? nil
        let request = UInt64.random(in: 1...2, using: &self.random)
        let delivery = Delivery(
            expiresAt: self.pick([nil, self.world.now.adding(seconds: 600)]) ?? nil,
            sendAt: self.pick([nil, self.world.now.adding(seconds: 300)]) ?? nil,
            onUncertain: self.pick(OnUncertain.allCases) ?? .drop,
            idempotency: key.map { Idempotency(keyHash: Samples.hash($0), requestHash: Samples.hash(request)) })
        let id: NotificationID = self.fresh()
        self.made += 10
        let facts = RequestNotification.Facts(
            links: self.world.links.values.filter { $0.userID == user }.sorted { $0.id < $1.id },
            earlier: key.flatMap { self.world.keys[Samples.hash($0)] },
            waiting: self.world.notifications.values.count { !$0.isFinal }, waitingMax: 100)
        let command = RequestNotification(
            firstID: id, message: Message(text: "hi"), delivery: delivery, kind: .notify)
        _ = self.world.run(command, facts)
    }

    private mutating func notification(_ wanted: (Notification) -> Bool = { _ in true }) -> Notification? {
        self.pick(self.world.notifications.values.filter(wanted).sorted { $0.id < $1.id })
    }

    private mutating func cancel() {
        guard let message = self.notification() else { return }
        _ = self.world.run(CancelNotification(id: message.id), CancelNotification.Facts(notification: message))
    }

    private mutating func attempt() {
        guard let message = self.notification({ !$0.isFinal }) else { return }
        let link = message.linkID.flatMap { self.world.links[$0] }
        _ = self.world.run(
            AttemptNotification(id: message.id), AttemptNotification.Facts(notification: message, link: link))
    }

    private mutating func resolve() {
        guard let message = self.notification({ $0.state == .sending }) ?? self.notification() else { return }
        let new = ChatID(message.chatID.value - 100)
        let outcomes: [AttemptOutcome] = [
            .sent(messageID: 5), .rateLimited(seconds: 60), .unavailable(reason: "serverError", description: "502"),
            .migrated(to: new), .chatGone(reason: "blocked", description: "403"), .rejected(description: "400"),
            .lost(description: "timeout"),
        ]
        let late = Int.random(in: 0..<8, using: &self.random) == 0 ? 1 : 0
        let command = ResolveAttempt(
            id: message.id, attempt: message.attempts - late, outcome: self.pick(outcomes) ?? .sent(messageID: 5),
            attemptedSeq: message.requestSeq, policy: RetryPolicy(attemptsMax: 4),
            jitter: Double.random(in: 0..<1, using: &self.random))
        let facts = ResolveAttempt.Facts(
            notification: message, linksInChat: self.world.links(in: message.chatID),
            linksInNewChat: self.world.links(in: new))
        _ = self.world.run(command, facts)
    }

    private mutating func update() {
        guard let chat = self.pick(self.chats) else { return }
        let token = self.token()
        let action = self.action(in: chat, token)
        let id = Int64.random(in: 1...2_000, using: &self.random)
        let ids = FreshIDs(
            linkID: self.fresh(), notificationID: self.fresh(), codeID: self.fresh(), codeHash: Samples.hash(self.made))
        let old = ChatID(chat.id.value + 100)
        let comes = action == .migratedFrom(old)
        let facts = ReceiveUpdate.Facts(
            seen: self.world.updates.contains(id), token: token,
            linksInChat: self.world.links(in: comes ? old : chat.id),
            linksInNewChat: self.world.links(in: comes ? chat.id : ChatID(chat.id.value - 100)),
            openCodesInAll: self.world.openCodes(), codesInChat: self.world.openCodes(in: chat.id),
            repliesWaitingInChat: self.world.repliesWaiting(in: chat.id))
        let update = UpdateReceived(
            updateID: id, kind: "message", update: RawJSON([]), chatID: chat.id, fromID: nil)
        let command = ReceiveUpdate(
            update: update, chat: chat, action: action, fresh: ids,
            confirmURL: self.pick([nil, "https://a.example"]) ?? nil, replies: Replies())
        _ = self.world.run(command, facts)
    }

    private mutating func action(in chat: Chat, _ token: Token?) -> ChatAction {
        var actions: [ChatAction] = [
            .none, .help, .status, .stop, .unreachable(reason: "blocked"), .reachable, .start(.none),
            .start(.unrecognised),
        ]
        if chat.type == "group" { actions.append(.migrated(to: ChatID(chat.id.value - 100))) }
        if chat.type == "supergroup" { actions.append(.migratedFrom(ChatID(chat.id.value + 100))) }
        if let token {
            let hash = self.pick([token.hash, token.hash, token.hash, Samples.hash(0)]) ?? token.hash
            actions += Array(repeating: .start(.token(token.id, hash)), count: 6)
        }
        return self.pick(actions) ?? .none
    }
}
