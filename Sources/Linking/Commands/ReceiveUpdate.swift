/// Take in what Telegram told: the update and all it brings about are one decision.
package struct ReceiveUpdate: Command {
    package struct Facts: Sendable {
        /// Whether an update of this id is in the log.
        package var seen: Bool
        /// The token that ``StartArgument/token(_:_:)`` names.
        package var token: Token?
        /// The active and suspended links of the chat; when it migrates, of the chat as it was before.
        package var linksInChat: [Link]
        /// When the chat migrates, those of the chat that it became.
        package var linksInNewChat: [Link]
        /// Registration codes that could still be confirmed, all chats together.
        package var openCodesInAll: Int
        /// Registration codes handed out in this chat whose time is not over, replaced ones too.
        package var codesInChat: Int
        /// Replies to this chat that are not yet sent.
        package var repliesWaitingInChat: Int

        package init(
            seen: Bool, token: Token? = nil, linksInChat: [Link] = [], linksInNewChat: [Link] = [],
            openCodesInAll: Int = 0, codesInChat: Int = 0, repliesWaitingInChat: Int = 0
        ) {
            self.seen = seen
            self.token = token
            self.linksInChat = linksInChat
            self.linksInNewChat = linksInNewChat
            self.openCodesInAll = openCodesInAll
            self.codesInChat = codesInChat
            self.repliesWaitingInChat = repliesWaitingInChat
        }
    }

    /// What strangers can make the service keep.
    package enum Limits {
        package static let codesInChatMax = 5
        package static let openCodesMax = 10_000
        package static let repliesWaitingInChatMax = 20
    }

    package typealias Answer = UpdateOutcome

    package var update: UpdateReceived
    /// The chat it came from; without one, the update is recorded and no more.
    package var chat: Chat?
    package var action: ChatAction
    package var fresh: FreshIDs
    /// The whole address, with the code in it, that confirms a bot-first registration; nil when that is off.
    package var confirmURL: String?
    package var codeTTLSeconds: Int64
    package var replies: Replies

    package init(
        update: UpdateReceived, chat: Chat?, action: ChatAction, fresh: FreshIDs, confirmURL: String?,
        codeTTLSeconds: Int64 = 900, replies: Replies
    ) {
        self.update = update
        self.chat = chat
        self.action = action
        self.fresh = fresh
        self.confirmURL = confirmURL
        self.codeTTLSeconds = codeTTLSeconds
        self.replies = replies
    }

    package func decide(_ facts: Facts, at now: Timestamp) throws(Rejection) -> Decision<UpdateOutcome> {
        guard !facts.seen else { return Decision([], answer: .duplicate) }
        var events = [ProposedEvent(.updateReceived(self.update))]
        if let chat = self.chat {
            let situation = ChatSituation(chat: chat, facts: facts, now: now)
            events += self.effects(in: situation).map { ProposedEvent($0, cause: .first) }
        }
        return Decision(events, answer: .recorded)
    }

    private func effects(in situation: ChatSituation) -> [Event] {
        let links = situation.facts.linksInChat.filter { !$0.isRevoked }
        switch self.action {
        case .none:
            return []
        case .start(let argument):
            return self.start(argument, in: situation)
        case .help:
            return self.introduce(in: situation, whenFull: .help)
        case .status:
            return self.reply(links.isEmpty ? .statusNotLinked : .statusLinked(links), in: situation)
        case .stop:
            let ends = links.map { $0.revoked(reason: "user") }
            return ends + self.reply(ends.isEmpty ? .nothingToStop : .stopped, in: situation)
        case .unreachable(let reason):
            return links.filter(\.isActive).map { $0.suspended(reason: reason) }
        case .reachable:
            return situation.resumptions(reason: "reachable")
        case .migrated(to: let chatID):
            return situation.migration(to: chatID)
        case .migratedFrom:
            return situation.migration(to: situation.chat.id)
        }
    }

    /// The event that says `reply` in the chat; none while too many wait there already.
    func reply(_ reply: Reply, in situation: ChatSituation) -> [Event] {
        guard situation.canReply else { return [] }
        return self.replies.request(reply, id: self.fresh.notificationID, to: situation.chat, at: situation.now)
            .map { [.notificationRequested($0)] } ?? []
    }
}
