package import Linking

extension SendQueue {
    /// A group has a new id: what waits for the old one waits for the new one, and so does what still comes for it.
    package mutating func moved(from old: ChatID, to new: ChatID, at now: Timestamp) {
        guard old != new else { return }
        self.migrations.add(from: old, to: new)
        for slot in self.inFlight where self.entries.elements[Int(slot)].chatID == old {
            self.entries.elements[Int(slot)].chatID = new
        }
        guard let source = self.chatSlots[old] else { return }
        self.unplace(source)
        let left = self.chats.elements[Int(source)]
        self.drop(source)

        let target = Int(self.chatSlot(new))
        for item in left.queue.items {
            self.entries.elements[Int(item.slot)].chatID = new
            self.chats.elements[target].queue.push(item.slot, key: item.key, in: &self.entries)
        }
        self.chats.elements[target].inFlight += left.inFlight
        self.chats.elements[target].bucket.merge(left.bucket)
        if let until = left.blockedUntil {
            self.tally.chatsBlocked -= 1
            self.block(Int32(target), until: until)
        }
        self.settle(new, at: now)
    }

    /// Does what the time has come for.
    mutating func advance(to now: Timestamp) {
        while let first = self.scheduled.first, first.key <= now.sortKey {
            self.scheduled.remove(first.slot, from: &self.entries)
            self.tally.scheduled -= 1
            self.join(first.slot, at: now)
        }
        while let first = self.waiting.first, first.key <= now.sortKey {
            self.settle(self.chats.elements[Int(first.slot)].id, at: now)
        }
        while let first = self.idle.first, first.key <= now.sortKey {
            self.settle(self.chats.elements[Int(first.slot)].id, at: now)
        }
    }

    /// Hands out the chat's first message. The chat is ready.
    mutating func handOut(chat: Int32, at now: Timestamp) -> Step {
        guard let slot = self.chats.elements[Int(chat)].queue.first?.slot else {
            preconditionFailure("a chat without messages is ready")
        }
        let chatID = self.chats.elements[Int(chat)].id
        self.leave(slot, chat: chat)
        self.depart(slot, chat: chat)
        self.bot.take(self.pacing.bot, at: now)
        self.chats.elements[Int(chat)].bucket.take(self.pacing.pace(of: chatID), at: now)
        self.settle(chatID, at: now)
        let entry = self.entries.elements[Int(slot)]
        return .attempt(entry.id, chatID, order: entry.order)
    }

    /// Puts the chat where it belongs after something about it has changed.
    mutating func settle(_ chatID: ChatID, at now: Timestamp) {
        guard let slot = self.chatSlots[chatID] else { return }
        self.unplace(slot)
        if let until = self.chats.elements[Int(slot)].blockedUntil, until <= now {
            self.chats.elements[Int(slot)].blockedUntil = nil
            self.tally.chatsBlocked -= 1
        }
        let chat = self.chats.elements[Int(slot)]
        guard chat.inFlight == 0 else { return }
        guard let first = chat.queue.first else { return self.rest(slot, at: now) }
        let due = self.entries.elements[Int(first.slot)].dueAt
        let mayGoAt = max(due, chat.bucket.readyAt(self.pacing.pace(of: chatID)), chat.blockedUntil ?? due)
        if mayGoAt <= now {
            self.chats.elements[Int(slot)].place = .ready
            self.ready.push(slot, key: first.key, in: &self.chats)
        } else {
            self.chats.elements[Int(slot)].place = .waiting
            self.waiting.push(slot, key: mayGoAt.sortKey, in: &self.chats)
        }
    }

    /// A chat with nothing to send is remembered only as long as there is something to remember.
    private mutating func rest(_ slot: Int32, at now: Timestamp) {
        let chat = self.chats.elements[Int(slot)]
        let forgetAt = max(chat.bucket.fullAt, chat.blockedUntil ?? now)
        if forgetAt <= now {
            self.drop(slot)
        } else {
            self.chats.elements[Int(slot)].place = .idle
            self.idle.push(slot, key: forgetAt.sortKey, in: &self.chats)
        }
    }

    private mutating func unplace(_ slot: Int32) {
        switch self.chats.elements[Int(slot)].place {
        case .none: return
        case .ready: self.ready.remove(slot, from: &self.chats)
        case .waiting: self.waiting.remove(slot, from: &self.chats)
        case .idle: self.idle.remove(slot, from: &self.chats)
        }
        self.chats.elements[Int(slot)].place = .none
    }

    private mutating func drop(_ slot: Int32) {
        self.chatSlots[self.chats.elements[Int(slot)].id] = nil
        self.chats.elements[Int(slot)].queue = SlotHeap()
        self.chats.remove(slot)
    }

    mutating func block(_ slot: Int32, until moment: Timestamp) {
        let known = self.chats.elements[Int(slot)].blockedUntil
        if known == nil { self.tally.chatsBlocked += 1 }
        self.chats.elements[Int(slot)].blockedUntil = max(moment, known ?? moment)
    }

    mutating func chatSlot(_ chatID: ChatID) -> Int32 {
        if let slot = self.chatSlots[chatID] { return slot }
        let slot = self.chats.insert(Chat(chatID))
        self.chatSlots[chatID] = slot
        return slot
    }
}
