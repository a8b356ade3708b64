internal import Linking

extension Link: Stored {
    func write(to writer: inout StateWriter) {
        writer.id(self.id)
        writer.text(self.userID.text)
        writer.integer(self.chatID.value)
        writer.text(self.chatType)
        writer.optional(self.threadID) { $0.integer($1) }
        writer.optionalText(self.username)
        writer.optionalText(self.firstName)
        writer.optionalText(self.language)
        switch self.state {
        case .active: writer.byte(0)
        case .suspended(let reason):
            writer.byte(1)
            writer.text(reason)
        case .revoked(let reason):
            writer.byte(2)
            writer.text(reason)
        }
        writer.time(self.linkedAt)
        writer.time(self.updatedAt)
    }

    init(from reader: inout StateReader) throws(StateError) {
        let id: LinkID = try reader.id()
        let user = UserID(stored: try reader.text())
        var chat = Chat(id: ChatID(try reader.integer()), type: try reader.text())
        chat.threadID = try reader.optional { (reader) throws(StateError) in try reader.integer() }
        chat.username = try reader.optionalText()
        chat.firstName = try reader.optionalText()
        chat.language = try reader.optionalText()
        let state: State =
            switch try reader.byte() {
            case 0: .active
            case 1: .suspended(reason: try reader.text())
            case 2: .revoked(reason: try reader.text())
            default: throw StateError()  // Any other byte.
            }
        // The proof is the event's affair; a stored link does not keep it.
        let confirmed = LinkConfirmed(
            linkID: id, proof: .token(TokenID(high: 0, low: 0)), userID: user, chat: chat, context: nil)
        self.init(confirmed, at: try reader.time())
        self.state = state
        self.updatedAt = try reader.time()
    }
}
