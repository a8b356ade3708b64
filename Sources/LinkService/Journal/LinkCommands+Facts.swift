package import Linking

extension ConfirmLink: JournalCommand {
    package func facts(in state: StagedState, at now: Timestamp) throws(ProjectionError) -> Facts {
        guard let registration = try state.registration(self.codeID) else {
            return Facts(registration: nil, linksInChat: [])
        }
        return Facts(registration: registration, linksInChat: try state.currentLinks(in: registration.chat.id))
    }
}

/// Revoke the links that a caller named.
package struct RevokeSelectedLinks: JournalCommand {
    /// What a caller may name.
    package enum Selection: Hashable, Sendable {
        case link(LinkID)
        case user(UserID, in: ChatID?)
    }

    package var selection: Selection

    package init(_ selection: Selection) {
        self.selection = selection
    }

    package func facts(in state: StagedState, at now: Timestamp) throws(ProjectionError) -> RevokeLinks.Facts {
        switch self.selection {
        case .link(let id):
            return RevokeLinks.Facts(links: try state.link(id).map { [$0] })
        case .user(let user, let chat):
            let links = try state.currentLinks(of: user).filter { chat == nil || $0.chatID == chat }
            return RevokeLinks.Facts(links: links)
        }
    }

    package func decide(
        _ facts: RevokeLinks.Facts, at now: Timestamp
    ) throws(Rejection) -> Decision<RevokeLinks.Answer> {
        try RevokeLinks().decide(facts, at: now)
    }
}
