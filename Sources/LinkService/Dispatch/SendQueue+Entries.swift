import Linking

extension SendQueue {
    /// Makes an entry; nil if there is one.
    mutating func insert(_ notification: QueuedNotification) -> Int32? {
        guard self.slots[notification.id] == nil else { return nil }
        let slot = self.entries.insert(Entry(notification, chatID: self.migrations.current(notification.chatID)))
        self.slots[notification.id] = slot
        return slot
    }

    mutating func forget(_ slot: Int32) {
        self.slots[self.entries.elements[Int(slot)].id] = nil
        self.entries.remove(slot)
    }

    /// Puts an entry that is nowhere into its chat.
    mutating func join(_ slot: Int32, at now: Timestamp) {
        let chatID = self.migrations.current(self.entries.elements[Int(slot)].chatID)
        self.entries.elements[Int(slot)].chatID = chatID
        self.enter(slot, chat: self.chatSlot(chatID))
        self.settle(chatID, at: now)
    }

    /// Puts an entry back where it came from.
    mutating func rejoin(_ slot: Int32, notBefore: Timestamp, chat: Int32) {
        self.entries.elements[Int(slot)].dueAt = notBefore
        self.enter(slot, chat: chat)
    }

    private mutating func enter(_ slot: Int32, chat: Int32) {
        let rank = self.entries.elements[Int(slot)].rank
        self.entries.elements[Int(slot)].place = .chat
        self.chats.elements[Int(chat)].queue.push(slot, key: rank, in: &self.entries)
        self.count(rank, 1)
    }

    mutating func leave(_ slot: Int32, chat: Int32) {
        self.chats.elements[Int(chat)].queue.remove(slot, from: &self.entries)
        self.count(self.entries.elements[Int(slot)].rank, -1)
    }

    mutating func depart(_ slot: Int32, chat: Int32) {
        self.entries.elements[Int(slot)].place = .inFlight
        self.inFlight.insert(slot)
        self.chats.elements[Int(chat)].inFlight += 1
        self.tally.inFlight += 1
    }

    private mutating func count(_ rank: UInt64, _ change: Int) {
        switch rank >> 62 {
        case 0: self.tally.urgent += change
        case 1: self.tally.normal += change
        default: self.tally.bulk += change  // A lane's urgency is 0, 1 or 2.
        }
    }
}
