/// What a user does in the private chat with the bot.
extension World {
    /// The user opens the bot's link and presses Start. A payload that Telegram's apps would not pass on is left out.
    mutating func start(
        user id: Int64, payload: String?, profile: Profile? = nil
    ) throws(ActionRefusal) -> ActionReceipt {
        let command = payload.flatMap(DeepLink.payload).map { "/start \($0)" } ?? "/start"
        var receipt = ActionReceipt()
        let user = try self.actor(id, profile: profile)
        if user.state == .blocked { receipt.add(self.botBecame(.member, from: .kicked, by: user)) }
        self.users[id]?.state = .started
        self.say(FormattedText(command), by: user, receipt: &receipt)
        return receipt
    }

    /// The user types a text. Whoever never pressed Start does so by that.
    mutating func type(
        _ text: String, user id: Int64, profile: Profile? = nil
    ) throws(ActionRefusal) -> ActionReceipt {
        let text = try Self.typed(text)
        let user = try self.talker(id, profile: profile)
        var receipt = ActionReceipt()
        self.say(text, by: user, receipt: &receipt)
        return receipt
    }

    /// The user sends a photo.
    mutating func sendPhoto(
        user id: Int64, caption: String?, profile: Profile? = nil
    ) throws(ActionRefusal) -> ActionReceipt {
        let user = try self.talker(id, profile: profile)
        let place = MessagePlace(chatID: id, messageID: self.nextMessageID(in: id), sender: user, date: self.now)
        let photo = Photo(id: self.random.next(), caption: caption)
        var receipt = ActionReceipt(messageID: place.messageID)
        receipt.add(self.enqueue(.message, of: id, self.message(place) { photo.write(to: &$0) }))
        return receipt
    }

    /// The user changes one of the messages in the chat.
    mutating func edit(
        message: Int64, to text: String, user id: Int64, in chat: Int64? = nil
    ) throws(ActionRefusal) -> ActionReceipt {
        let text = try Self.typed(text)
        let chat = chat ?? id
        let user = try self.actor(id)
        if chat < 0 { _ = try self.sharedGroup(chat) }
        guard self.hasMessage(message, in: chat), self.messages.message(chat: chat, id: message) == nil else {
            throw .unknownMessage(chat: chat, message: message)
        }
        var place = MessagePlace(chatID: chat, messageID: message, sender: user, date: self.now)
        place.editedAt = self.now
        var receipt = ActionReceipt(messageID: message)
        receipt.add(self.enqueue(.editedMessage, of: chat, self.message(place, text: text)))
        return receipt
    }

    /// The user blocks the bot.
    mutating func block(user id: Int64) throws(ActionRefusal) -> ActionReceipt {
        let user = try self.actor(id)
        guard user.state != .blocked else { throw .botIsBlocked(by: id) }
        self.users[id]?.state = .blocked
        var receipt = ActionReceipt()
        // Of somebody who never started it, the bot hears nothing.
        if user.state == .started { receipt.add(self.botBecame(.kicked, from: .member, by: user)) }
        return receipt
    }

    /// The user unblocks the bot, and by `start` presses Start again as the apps offer then.
    mutating func unblock(user id: Int64, start: Bool = false) throws(ActionRefusal) -> ActionReceipt {
        let user = try self.actor(id)
        guard user.state == .blocked else { throw .botIsNotBlocked(by: id) }
        self.users[id]?.state = .started
        var receipt = ActionReceipt()
        receipt.add(self.botBecame(.member, from: .kicked, by: user))
        if start { self.say(FormattedText("/start"), by: user, receipt: &receipt) }
        return receipt
    }

    /// The user deletes the account. The bot is not told.
    mutating func deleteAccount(user id: Int64) throws(ActionRefusal) {
        _ = try self.actor(id)
        self.users[id]?.state = .deactivated
    }

    /// The text of somebody's message: cleaned, and with what Telegram finds in it.
    static func typed(_ text: String) throws(ActionRefusal) -> FormattedText {
        let clean = TextCleaner.clean(FormattedText(text))
        guard !clean.text.isEmpty else { throw .emptyText }
        return EntityFinder.complete(clean)
    }

    /// Somebody who can write to the bot, and has started it by now.
    private mutating func talker(_ id: Int64, profile: Profile?) throws(ActionRefusal) -> SimulatedUser {
        let user = try self.actor(id, profile: profile)
        guard user.state != .blocked else { throw .botIsBlocked(by: id) }
        self.users[id]?.state = .started
        return user
    }

    private mutating func say(_ text: FormattedText, by user: SimulatedUser, receipt: inout ActionReceipt) {
        let text = EntityFinder.complete(text)
        let number = self.nextMessageID(in: user.id)
        let place = MessagePlace(chatID: user.id, messageID: number, sender: user, date: self.now)
        receipt.messageID = number
        receipt.add(self.enqueue(.message, of: user.id, self.message(place, text: text)))
    }

    private mutating func botBecame(
        _ new: Membership, from old: Membership, by user: SimulatedUser
    ) -> Int64? {
        self.memberUpdate(chat: user.id, by: user, old: old, new: new)
    }
}
