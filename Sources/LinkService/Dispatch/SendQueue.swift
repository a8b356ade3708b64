package import Linking

/// Which message goes next, and when: a value without clock or I/O.
///
/// - In a chat one message is under way at a time; they go by lane, then in order, and a deferred one holds up all
///   behind it. Messages of a more urgent lane overtake.
/// - Among the chats that may be sent to, the most urgent message goes first, then the oldest.
/// - Token buckets pace the bot, each private chat and each group. A chat that must wait holds up no other.
/// - A 429 stops its chat; 429s from several chats at once stop the bot.
///
/// Every operation takes O(log n). Chats with nothing to send are forgotten as soon as their bucket is full.
package struct SendQueue: Sendable {
    var pacing: Pacing
    var entries = Slab<Entry>()
    var slots: [NotificationID: Int32] = [:]
    var inFlight: Set<Int32> = []
    var chats = Slab<Chat>()
    var chatSlots: [ChatID: Int32] = [:]
    var migrations = Migrations()

    /// Entries by the time they join their chat.
    var scheduled = SlotHeap()
    /// Chats by the rank of their first message.
    var ready = SlotHeap()
    /// Chats by when their first message may go.
    var waiting = SlotHeap()
    /// Chats by when they may be forgotten.
    var idle = SlotHeap()

    var bot = TokenBucket()
    var floods = FloodWatch()
    var tally = Counts()

    /// Until when the bot rests, whatever is waiting; may be over.
    package private(set) var pausedUntil: Timestamp?

    package init(_ pacing: Pacing) {
        self.pacing = pacing
    }

    /// How much there is to do.
    package var counts: Counts { self.tally }

    /// How many chats it remembers.
    var chatCount: Int { self.chats.count }

    /// Adds a message; one that is in the queue already is left as it is.
    package mutating func enqueue(_ notification: QueuedNotification, at now: Timestamp) {
        guard let slot = self.insert(notification) else { return }
        let entry = self.entries.elements[Int(slot)]
        if entry.place == .scheduled, entry.dueAt > now {
            self.tally.scheduled += 1
            self.scheduled.push(slot, key: entry.dueAt.sortKey, in: &self.entries)
        } else {
            self.join(slot, at: now)
        }
    }

    /// Adds a message that is under way already, from before a restart: as if it had been handed out.
    package mutating func adopt(_ notification: QueuedNotification, at now: Timestamp) {
        guard let slot = self.insert(notification) else { return }
        let chatID = self.entries.elements[Int(slot)].chatID
        self.depart(slot, chat: self.chatSlot(chatID))
        self.settle(chatID, at: now)
    }

    /// What to do now. An `attempt` is handed out once, and stays in flight until it is said to be finished.
    package mutating func next(at now: Timestamp) -> Step {
        self.advance(to: now)
        guard let first = self.ready.first else {
            let wakeUp = [self.waiting.first?.key, self.scheduled.first?.key].compactMap(\.self).min()
            return wakeUp.map { .wait(until: Timestamp(sortKey: $0)) } ?? .idle
        }
        guard self.inFlight.count < self.pacing.inFlightMax else { return .idle }
        if let pausedUntil, pausedUntil > now { return .wait(until: pausedUntil) }
        self.pausedUntil = nil
        let botReady = self.bot.readyAt(self.pacing.bot)
        guard botReady <= now else { return .wait(until: botReady) }
        return self.handOut(chat: first.slot, at: now)
    }

    /// Says what became of an attempt; an unknown one is ignored.
    package mutating func finished(_ id: NotificationID, _ followUp: FollowUp, at now: Timestamp) {
        guard let slot = self.slots[id], self.inFlight.remove(slot) != nil else { return }
        let chatID = self.entries.elements[Int(slot)].chatID
        let chat = self.chatSlot(chatID)
        self.chats.elements[Int(chat)].inFlight -= 1
        self.tally.inFlight -= 1
        switch followUp {
        case .done:
            self.forget(slot)
        case .dropped:
            self.bot.giveBack(self.pacing.bot)
            self.chats.elements[Int(chat)].bucket.giveBack(self.pacing.pace(of: chatID))
            self.forget(slot)
        case .again(let notBefore):
            self.rejoin(slot, notBefore: notBefore, chat: chat)
        }
        self.settle(chatID, at: now)
    }

    /// Telegram answered 429 to a message in flight: nothing goes to its chat before `moment`, and if several chats
    /// hear that at about the same time, nothing goes to anybody.
    package mutating func blockChat(of id: NotificationID, until moment: Timestamp, at now: Timestamp) {
        guard let slot = self.slots[id], self.inFlight.contains(slot) else { return }
        let chatID = self.entries.elements[Int(slot)].chatID
        self.block(self.chatSlot(chatID), until: moment)
        guard let pause = self.floods.note(chatID, until: moment, at: now) else { return }
        self.pausedUntil = max(pause, self.pausedUntil ?? pause)
    }

    /// Takes a message out that has not been handed out; any other is ignored.
    package mutating func cancel(_ id: NotificationID, at now: Timestamp) {
        guard let slot = self.slots[id] else { return }
        let entry = self.entries.elements[Int(slot)]
        switch entry.place {
        case .inFlight:
            return
        case .scheduled:
            self.scheduled.remove(slot, from: &self.entries)
            self.tally.scheduled -= 1
            self.forget(slot)
        case .chat:
            self.leave(slot, chat: self.chatSlot(entry.chatID))
            self.forget(slot)
            self.settle(entry.chatID, at: now)
        }
    }
}
