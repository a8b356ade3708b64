/// What is known about a chat when an update from it is decided.
struct ChatSituation {
    var chat: Chat
    var facts: ReceiveUpdate.Facts
    var now: Timestamp

    var canReply: Bool {
        self.facts.repliesWaitingInChat < ReceiveUpdate.Limits.repliesWaitingInChatMax
    }

    /// Whether one more registration code may be handed out here.
    var canHandOutCode: Bool {
        self.facts.codesInChat < ReceiveUpdate.Limits.codesInChatMax
            && self.facts.openCodesInAll < ReceiveUpdate.Limits.openCodesMax
    }

    /// The chat speaks to the bot, so that it can be reached again.
    func resumptions(reason: String, except replaced: [Link] = []) -> [Event] {
        self.facts.linksInChat
            .filter { link in link.isSuspended && !replaced.contains { $0.id == link.id } }
            .map { $0.resumed(reason: reason) }
    }

    func migration(to chatID: ChatID) -> [Event] {
        Migration(links: self.facts.linksInChat, linksInNewChat: self.facts.linksInNewChat, to: chatID).events
    }
}
