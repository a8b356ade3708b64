package import Linking

extension ReceiveUpdate: JournalCommand {
    package func facts(in state: StagedState, at now: Timestamp) throws(ProjectionError) -> Facts {
        if let id = self.update.updateID, try state.hasSeen(id) { return Facts(seen: true) }
        guard let chat = self.chat else { return Facts(seen: false) }
        switch self.action {
        case .none:
            return Facts(seen: false)
        case .migrated(let new):
            return Facts(
                seen: false, linksInChat: try state.currentLinks(in: chat.id),
                linksInNewChat: try state.currentLinks(in: new))
        case .migratedFrom(let old):
            return Facts(
                seen: false, linksInChat: try state.currentLinks(in: old),
                linksInNewChat: try state.currentLinks(in: chat.id))
        case .start, .help, .status, .stop, .unreachable, .reachable:
            return try self.factsOfConversation(in: chat, state, at: now)
        }
    }

    private func factsOfConversation(
        in chat: Chat, _ state: StagedState, at now: Timestamp
    ) throws(ProjectionError) -> Facts {
        var facts = Facts(seen: false, linksInChat: try state.currentLinks(in: chat.id))
        if case .start(.token(let id, _)) = self.action { facts.token = try state.token(id) }
        if self.confirmURL != nil {
            facts.codesInChat = try state.codes(in: chat.id, at: now)
            facts.openCodesInAll = try state.openCodes(at: now, enough: Limits.openCodesMax)
        }
        facts.repliesWaitingInChat = try state.repliesWaiting(in: chat.id)
        return facts
    }
}
