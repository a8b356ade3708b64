internal import Linking

extension Notification: Stored {
    func write(to writer: inout StateWriter) {
        writer.id(self.id)
        writer.word(self.requestSeq)
        writer.optional(self.linkID) { $0.id($1) }
        writer.optionalText(self.userID?.text)
        writer.integer(self.chatID.value)
        writer.optional(self.threadID) { $0.integer($1) }
        writer.text(self.lane.rawValue)
        writer.text(self.kind.rawValue)
        writer.optional(self.expiresAt) { $0.time($1) }
        writer.optional(self.sendAt) { $0.time($1) }
        writer.text(self.onUncertain.rawValue)
        writer.integer(Int64(self.attempts))
        writer.byte(self.migrated ? 1 : 0)
        self.state.write(to: &writer)
        writer.time(self.requestedAt)
        writer.time(self.updatedAt)
    }

    init(from reader: inout StateReader) throws(StateError) {
        let id: NotificationID = try reader.id()
        let seq = try reader.word()
        let link: LinkID? = try reader.optional { (reader) throws(StateError) in try reader.id() }
        let user = try reader.optionalText().map { UserID(stored: $0) }
        let chat = ChatID(try reader.integer())
        let thread = try reader.optional { (reader) throws(StateError) in try reader.integer() }
        var delivery = Delivery(lane: try reader.name())
        let kind: NotificationKind = try reader.name()
        delivery.expiresAt = try reader.optional { (reader) throws(StateError) in try reader.time() }
        delivery.sendAt = try reader.optional { (reader) throws(StateError) in try reader.time() }
        delivery.onUncertain = try reader.name()
        let requested = NotificationRequested(
            notificationID: id, linkID: link, userID: user, chatID: chat, threadID: thread,
            message: Message(text: ""), delivery: delivery, kind: kind)
        let attempts = Int(try reader.integer())
        let migrated = try reader.byte() == 1
        let state = try State(from: &reader)
        self.init(requested, seq: seq, at: try reader.time())
        self.attempts = attempts
        self.migrated = migrated
        self.state = state
        self.updatedAt = try reader.time()
    }
}

extension Notification.State {
    fileprivate func write(to writer: inout StateWriter) {
        switch self {
        case .queued: writer.byte(0)
        case .sending: writer.byte(1)
        case .deferred(let notBefore, let reason):
            writer.byte(2)
            writer.time(notBefore)
            writer.text(reason)
        case .sent(let messageID):
            writer.byte(3)
            writer.integer(messageID)
        case .failed(let reason):
            writer.byte(4)
            writer.text(reason)
        case .expired: writer.byte(5)
        case .cancelled: writer.byte(6)
        case .uncertain(let reason):
            writer.byte(7)
            writer.text(reason)
        }
    }

    fileprivate init(from reader: inout StateReader) throws(StateError) {
        switch try reader.byte() {
        case 0: self = .queued
        case 1: self = .sending
        case 2: self = .deferred(notBefore: try reader.time(), reason: try reader.text())
        case 3: self = .sent(messageID: try reader.integer())
        case 4: self = .failed(reason: try reader.text())
        case 5: self = .expired
        case 6: self = .cancelled
        case 7: self = .uncertain(reason: try reader.text())
        default: throw StateError()  // Any other byte.
        }
    }
}
