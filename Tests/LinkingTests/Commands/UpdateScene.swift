import Linking

/// An update from a chat, and what it brings about.
struct UpdateScene {
    var chat: Chat? = Samples.privateChat
    var action: ChatAction
    var confirmURL: String?
    var replies = Replies()
    var facts = ReceiveUpdate.Facts(seen: false)
    var now = Samples.now

    init(_ action: ChatAction, in chat: Chat? = Samples.privateChat) {
        self.action = action
        self.chat = chat
    }

    var update: UpdateReceived {
        UpdateReceived(
            updateID: 349_871_203, kind: "message", update: RawJSON(Array("{}".utf8)), chatID: self.chat?.id,
            fromID: nil)
    }

    func decide() throws -> Decision<UpdateOutcome> {
        let command = ReceiveUpdate(
            update: self.update, chat: self.chat, action: self.action, fresh: Samples.fresh,
            confirmURL: self.confirmURL, replies: self.replies)
        return try command.decide(self.facts, at: self.now)
    }

    /// What follows the update's own event.
    func effects() throws -> [Event] {
        try self.decide().events.dropFirst().map(\.event)
    }

    func reply(_ reply: Reply) -> Event {
        NotificationRequested.reply(reply, to: self.chat ?? Samples.privateChat, at: self.now)
    }
}
