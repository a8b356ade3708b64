/// Link the chat that asked for a code to the user who signed in and confirmed it.
package struct ConfirmLink: Command {
    package struct Facts: Sendable {
        package var registration: Registration?
        /// The active and suspended links in the registration's chat.
        package var linksInChat: [Link]

        package init(registration: Registration?, linksInChat: [Link]) {
            self.registration = registration
            self.linksInChat = linksInChat
        }
    }

    package struct Answer: Hashable, Sendable {
        package var link: Link

        package init(link: Link) {
            self.link = link
        }
    }

    package var codeID: CodeID
    package var codeHash: SecretHash
    package var userID: UserID
    package var linkID: LinkID
    /// The welcome's.
    package var notificationID: NotificationID
    package var replies: Replies

    package init(
        codeID: CodeID, codeHash: SecretHash, userID: UserID, linkID: LinkID, notificationID: NotificationID,
        replies: Replies
    ) {
        self.codeID = codeID
        self.codeHash = codeHash
        self.userID = userID
        self.linkID = linkID
        self.notificationID = notificationID
        self.replies = replies
    }

    package func decide(_ facts: Facts, at now: Timestamp) throws(Rejection) -> Decision<Answer> {
        guard let registration = facts.registration else { throw .registrationNotFound }
        try registration.check(hash: self.codeHash, at: now)
        let confirmed = LinkConfirmed(
            linkID: self.linkID, proof: .registration(self.codeID), userID: self.userID, chat: registration.chat,
            context: nil)
        let link = LinkConfirmation(confirmed, in: registration.chat, linksInChat: facts.linksInChat)
        var events = link.events
        if let welcome = self.replies.request(
            link.reply, id: self.notificationID, to: registration.chat, at: now)
        {
            events.append(.notificationRequested(welcome))
        }
        return Decision(events.map { ProposedEvent($0) }, answer: Answer(link: Link(confirmed, at: now)))
    }
}
