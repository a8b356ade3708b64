internal import Linking

extension Token: Stored {
    func write(to writer: inout StateWriter) {
        writer.id(self.id)
        writer.hash(self.hash)
        writer.byte(self.chat == .private ? 0 : 1)
        writer.text(self.userID.text)
        writer.optional(self.context) { $0.blob($1.bytes) }
        writer.time(self.issuedAt)
        writer.time(self.expiresAt)
        switch self.state {
        case .issued: writer.byte(0)
        case .redeemed(let chat):
            writer.byte(1)
            writer.integer(chat.value)
        case .revoked: writer.byte(2)
        case .expired: writer.byte(3)
        }
        writer.optional(self.linkID) { $0.id($1) }
    }

    init(from reader: inout StateReader) throws(StateError) {
        let id: TokenID = try reader.id()
        let hash = try reader.hash()
        let chat: ChatKind = try reader.byte() == 0 ? .private : .group
        let user = UserID(stored: try reader.text())
        let context = try reader.optional { (reader) throws(StateError) in RawJSON(Array(try reader.blob())) }
        let issuedAt = try reader.time()
        let issued = TokenIssued(
            tokenID: id, tokenHash: hash, chat: chat, expiresAt: try reader.time(), userID: user, context: context)
        self.init(issued, at: issuedAt)
        switch try reader.byte() {
        case 0: self.state = .issued
        case 1: self.state = .redeemed(ChatID(try reader.integer()))
        case 2: self.state = .revoked
        case 3: self.state = .expired
        default: throw StateError()  // Any other byte.
        }
        self.linkID = try reader.optional { (reader) throws(StateError) in try reader.id() }
    }
}
