/// A group's links on their way to the supergroup it became.
struct Migration {
    /// The active and suspended links of the old chat.
    var links: [Link]
    /// Those of the new chat.
    var linksInNewChat: [Link]
    var to: ChatID

    /// One event for each link; none if they went before.
    var events: [Event] {
        self.links.compactMap { link in
            guard !link.isRevoked, link.chatID != self.to else { return nil }
            // The user linked the new chat already: one link for a user and a chat.
            if self.linksInNewChat.contains(where: { $0.userID == link.userID && !$0.isRevoked }) {
                return link.revoked(reason: "replaced")
            }
            return link.migrated(to: self.to)
        }
    }
}
