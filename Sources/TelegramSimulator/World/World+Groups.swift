import JSON

/// What people do with groups and channels.
extension World {
    /// Creates a group or a channel, without the bot in it. Of the id's range is what `kind` asks for; nil: any free
    /// one.
    mutating func createGroup(
        _ kind: SimulatedGroup.Kind, title: String, id: Int64? = nil, username: String? = nil
    ) throws(ActionRefusal) -> SimulatedGroup {
        guard self.groups.count < SimulatorLimits.chatsMax else { throw .tooMany("groups") }
        let id = id ?? self.freeGroupID(kind)
        guard kind.ids.contains(id) else { throw .invalidID(id) }
        guard self.groups[id] == nil else { throw .groupExists(id) }
        let group = SimulatedGroup(id: id, kind: kind, title: title, username: kind == .group ? nil : username)
        self.groups[id] = group
        return group
    }

    /// Somebody adds the bot; in a channel it can only be an administrator.
    mutating func addBot(
        to id: Int64, by adder: Int64, asAdministrator: Bool = false
    ) throws(ActionRefusal) -> ActionReceipt {
        let group = try self.livingGroup(id)
        guard !group.botState.isInside else { throw .botIsMember(of: id) }
        let user = try self.actorInGroup(adder)
        let isAdministrator = asAdministrator || group.kind == .channel
        self.groups[id]?.botState = isAdministrator ? .administrator : .member
        var receipt = ActionReceipt()
        receipt.add(
            self.memberUpdate(
                chat: id, by: user, old: group.botState == .kicked ? .kicked : .left,
                new: isAdministrator ? .administrator : .member))
        guard group.kind != .channel else { return receipt }
        let bot = self.bot
        self.service(in: id, by: user, receipt: &receipt) {
            $0.member("new_chat_members", array: { bot.write(to: &$0) })
        }
        return receipt
    }

    /// Somebody removes the bot: bans it by `isBan`.
    mutating func removeBot(
        from id: Int64, by remover: Int64, isBan: Bool = true
    ) throws(ActionRefusal) -> ActionReceipt {
        let group = try self.sharedGroup(id)
        let user = try self.actorInGroup(remover)
        let bot = self.bot
        var receipt = ActionReceipt()
        let old: Membership = group.botState == .administrator ? .administrator : .member
        receipt.add(self.memberUpdate(chat: id, by: user, old: old, new: isBan ? .kicked : .left))
        if group.kind != .channel {
            self.service(in: id, by: user, receipt: &receipt) {
                $0.name("left_chat_member")
                bot.write(to: &$0)
            }
        }
        self.groups[id]?.botState = isBan ? .kicked : .left
        return receipt
    }

    /// Somebody opens the bot's `startgroup` link and chooses this group: the bot is added unless it is there, and
    /// started.
    mutating func start(
        group id: Int64, by starter: Int64, payload: String?, thread: Int64? = nil
    ) throws(ActionRefusal) -> ActionReceipt {
        let group = try self.livingGroup(id)
        guard group.kind != .channel else { throw .wrongGroupKind(id) }
        var receipt = group.botState.isInside ? ActionReceipt() : try self.addBot(to: id, by: starter)
        let argument = payload.flatMap(DeepLink.payload).map { " \($0)" } ?? ""
        let text = "/start@\(self.bot.username)\(argument)"
        let said = try self.type(text, user: starter, in: id, thread: thread)
        receipt.messageID = said.messageID
        receipt.updateIDs += said.updateIDs
        return receipt
    }

    /// Somebody writes in a group. The bot sees it if privacy mode lets it.
    mutating func type(
        _ text: String, user typer: Int64, in id: Int64, thread: Int64? = nil
    ) throws(ActionRefusal) -> ActionReceipt {
        let text = try Self.typed(text)
        let group = try self.sharedGroup(id)
        guard group.kind != .channel else { throw .wrongGroupKind(id) }
        if let thread, !group.topics.contains(thread) { throw .unknownMessage(chat: id, message: thread) }
        let user = try self.actorInGroup(typer)
        let place = MessagePlace(
            chatID: id, messageID: self.nextMessageID(in: id), sender: user, date: self.now, threadID: thread)
        var receipt = ActionReceipt(messageID: place.messageID)
        if self.isVisible(text, in: group) {
            receipt.add(self.enqueue(.message, of: id, self.message(place, text: text)))
        }
        self.groups[id]?.botSpokeLast = false
        return receipt
    }

    /// Somebody posts in a channel.
    mutating func post(_ text: String, in id: Int64) throws(ActionRefusal) -> ActionReceipt {
        let text = try Self.typed(text)
        let group = try self.sharedGroup(id)
        guard group.kind == .channel else { throw .wrongGroupKind(id) }
        let place = MessagePlace(chatID: id, messageID: self.nextMessageID(in: id), sender: nil, date: self.now)
        var receipt = ActionReceipt(messageID: place.messageID)
        receipt.add(self.enqueue(.channelPost, of: id, self.message(place, text: text)))
        return receipt
    }

    /// Somebody upgrades a basic group to a supergroup, whose id is returned.
    mutating func migrate(
        group id: Int64, by migrator: Int64, to newID: Int64? = nil
    ) throws(ActionRefusal) -> (supergroup: Int64, receipt: ActionReceipt) {
        let old = try self.livingGroup(id)
        guard old.kind == .group else { throw .wrongGroupKind(id) }
        let user = try self.actorInGroup(migrator)
        var new = try self.createGroup(.supergroup, title: old.title, id: newID)
        new.botState = old.botState
        new.canSend = old.canSend
        self.groups[new.id] = new
        var receipt = ActionReceipt()
        if old.botState.isInside {
            self.service(in: id, by: user, receipt: &receipt) { $0.member("migrate_to_chat_id", new.id) }
            self.service(in: new.id, by: user, receipt: &receipt) { $0.member("migrate_from_chat_id", id) }
        }
        self.groups[id]?.botState = .upgraded(to: new.id)
        return (new.id, receipt)
    }

    /// Somebody deletes the group. The bot is not told.
    mutating func deleteGroup(_ id: Int64) throws(ActionRefusal) {
        _ = try self.livingGroup(id)
        self.groups[id]?.botState = .deleted
    }

    /// Somebody gives the bot the right to send text, or takes it.
    mutating func setCanSend(_ canSend: Bool, in id: Int64) throws(ActionRefusal) {
        _ = try self.livingGroup(id)
        self.groups[id]?.canSend = canSend
    }

    /// Somebody opens a topic, which makes the supergroup a forum; returns the thread's id.
    mutating func openTopic(in id: Int64) throws(ActionRefusal) -> Int64 {
        let group = try self.livingGroup(id)
        guard group.kind == .supergroup else { throw .wrongGroupKind(id) }
        let thread = self.nextMessageID(in: id)
        self.groups[id]?.topics.insert(thread)
        return thread
    }

    /// Somebody closes and deletes a topic.
    mutating func deleteTopic(_ thread: Int64, in id: Int64) throws(ActionRefusal) {
        let group = try self.livingGroup(id)
        guard group.topics.contains(thread) else { throw .unknownMessage(chat: id, message: thread) }
        self.groups[id]?.topics.remove(thread)
    }

    /// Somebody in a group, whom the bot meets there.
    private mutating func actorInGroup(_ id: Int64) throws(ActionRefusal) -> SimulatedUser {
        let user = try self.actor(id)
        if user.state == .neverSeen { self.users[id]?.state = .seenInGroup }
        return user
    }

    private mutating func service(
        in id: Int64, by user: SimulatedUser, receipt: inout ActionReceipt, _ content: (inout JSONWriter) -> Void
    ) {
        let place = MessagePlace(chatID: id, messageID: self.nextMessageID(in: id), sender: user, date: self.now)
        receipt.messageID = place.messageID
        receipt.add(self.enqueue(.message, of: id, self.message(place, content)))
    }

    /// Whether privacy mode, which is on, lets the bot see a text: commands meant for it, and all if it has rights.
    private func isVisible(_ text: FormattedText, in group: SimulatedGroup) -> Bool {
        if group.botState == .administrator { return true }
        guard let command = text.entities.first, command.kind == .botCommand, command.offset == 0 else { return false }
        let word = String(decoding: text.text.utf16.prefix(command.length), as: UTF16.self)
        guard let mark = word.firstIndex(of: "@") else { return group.botSpokeLast }
        return word[word.index(after: mark)...].lowercased() == self.bot.username.lowercased()
    }

    private mutating func freeGroupID(_ kind: SimulatedGroup.Kind) -> Int64 {
        while true {
            let id = Int64.random(in: kind.ids, using: &self.random)
            if self.groups[id] == nil { return id }
        }
    }
}
