internal import Linking

extension Registration: Stored {
    func write(to writer: inout StateWriter) {
        writer.id(self.id)
        writer.hash(self.hash)
        writer.integer(self.chat.id.value)
        writer.text(self.chat.type)
        writer.optionalText(self.chat.title)
        writer.optionalText(self.chat.username)
        writer.optionalText(self.chat.firstName)
        writer.optionalText(self.chat.lastName)
        writer.optional(self.chat.threadID) { $0.integer($1) }
        writer.optionalText(self.chat.language)
        writer.time(self.expiresAt)
        switch self.state {
        case .open: writer.byte(0)
        case .confirmed(let link):
            writer.byte(1)
            writer.id(link)
        case .replaced: writer.byte(2)
        }
    }

    init(from reader: inout StateReader) throws(StateError) {
        let id: CodeID = try reader.id()
        let hash = try reader.hash()
        var chat = Chat(id: ChatID(try reader.integer()), type: try reader.text())
        chat.title = try reader.optionalText()
        chat.username = try reader.optionalText()
        chat.firstName = try reader.optionalText()
        chat.lastName = try reader.optionalText()
        chat.threadID = try reader.optional { (reader) throws(StateError) in try reader.integer() }
        chat.language = try reader.optionalText()
        self.init(RegistrationRequested(codeID: id, codeHash: hash, expiresAt: try reader.time(), chat: chat))
        switch try reader.byte() {
        case 0: self.state = .open
        case 1: self.state = .confirmed(try reader.id())
        case 2: self.state = .replaced
        default: throw StateError()  // Any other byte.
        }
    }
}
