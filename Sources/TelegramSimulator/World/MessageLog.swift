/// The messages that were taken, as many as are kept.
struct MessageLog: Sendable {
    private struct Place: Hashable {
        let chat: Int64
        let message: Int64
    }

    private var kept = FIFO<TakenMessage>()
    private var sequences: [Place: UInt64] = [:]

    /// How many were taken in all.
    var taken: UInt64 { UInt64(self.kept.endPosition) }
    /// How many of them are not kept any more.
    var dropped: UInt64 { UInt64(self.kept.startPosition) }
    /// The sequence number of the next message.
    var nextSequence: UInt64 { self.taken + 1 }

    subscript(sequence: UInt64) -> TakenMessage? {
        get {
            guard sequence > self.dropped, sequence <= self.taken else { return nil }
            return self.kept[Int(sequence) - 1]
        }
        set {
            guard let newValue, sequence > self.dropped, sequence <= self.taken else { return }
            self.kept[Int(sequence) - 1] = newValue
        }
    }

    func message(chat: Int64, id: Int64) -> TakenMessage? {
        self.sequences[Place(chat: chat, message: id)].flatMap { self[$0] }
    }

    /// Those after a sequence number, of one chat or of all, oldest first.
    func list(chat: Int64?, after sequence: UInt64, limit: Int = .max) -> [TakenMessage] {
        var found: [TakenMessage] = []
        let start = max(Int(clamping: sequence), self.kept.startPosition)
        for position in start..<max(start, self.kept.endPosition) {
            guard found.count < limit else { break }
            let message = self.kept[position]
            if chat == nil || message.chatID == chat { found.append(message) }
        }
        return found
    }

    mutating func append(_ message: TakenMessage) {
        if self.kept.count == SimulatorLimits.messagesMax, let oldest = self.kept.popFirst() {
            self.sequences[Place(chat: oldest.chatID, message: oldest.messageID)] = nil
        }
        self.kept.append(message)
        self.sequences[Place(chat: message.chatID, message: message.messageID)] = message.sequence
    }
}
