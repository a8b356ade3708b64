/// Making a link where others may be: what it takes the place of.
struct LinkConfirmation {
    var confirmed: LinkConfirmed
    /// What it takes the place of.
    var replaced: [Link]

    /// - Parameter linksInChat: the active and suspended links of that chat.
    init(_ confirmed: LinkConfirmed, in chat: Chat, linksInChat: [Link]) {
        self.confirmed = confirmed
        // A private chat has at most one user, any other chat one link for each.
        self.replaced = linksInChat.filter { link in
            !link.isRevoked && (chat.kind == .private || link.userID == confirmed.userID)
        }
    }

    var events: [Event] {
        self.replaced.map { $0.revoked(reason: "replaced") } + [.linkConfirmed(self.confirmed)]
    }

    /// What to say in the chat; another user's link that is gone is not kept quiet.
    var reply: Reply {
        self.replaced.contains { $0.userID != self.confirmed.userID } ? .welcomeReplacing : .welcome
    }
}
