internal import JSON
internal import Linking

extension RegistrationRequested {
    init(_ fields: EventFields) throws(EventCodecError) {
        let id = try fields.personal("chatId", Field.chat)
        self.init(
            codeID: try fields.data("codeId", Field.id), codeHash: try fields.data("codeHash", Field.hash),
            expiresAt: try fields.data("expiresAt", Field.time),
            chat: try fields.personal("chat") { Chat(id: id, described: $0) })
    }
}

extension Chat {
    fileprivate init?(id: ChatID, described chat: JSONValue) {
        guard let type = chat["type"]?.string else { return nil }
        self.init(
            id: id, type: type, title: chat["title"]?.string, username: chat["username"]?.string,
            firstName: chat["firstName"]?.string, lastName: chat["lastName"]?.string,
            threadID: chat["threadId"]?.int64, language: chat["language"]?.string)
    }
}

extension LinkConfirmed {
    init(_ fields: EventFields) throws(EventCodecError) {
        let proof: Proof =
            switch try fields.data("via", Field.string) {
            case "token": .token(try fields.data("tokenId", Field.id))
            case "registration": .registration(try fields.data("codeId", Field.id))
            default: throw .malformed(seq: fields.seq, member: "data.via")  // Any other text.
            }
        let chat = Chat(
            id: try fields.personal("chatId", Field.chat), type: try fields.data("chatType", Field.string),
            username: try fields.optionalPersonal("username", Field.string),
            firstName: try fields.optionalPersonal("firstName", Field.string),
            threadID: try fields.optionalPersonal("threadId", Field.int64),
            language: try fields.optionalPersonal("language", Field.string))
        self.init(
            linkID: try fields.data("linkId", Field.id), proof: proof,
            userID: try fields.personal("userId", Field.user), chat: chat,
            context: try fields.optionalPersonal("context", Field.raw))
    }
}

extension LinkChanged {
    init(_ fields: EventFields) throws(EventCodecError) {
        self.init(
            linkID: try fields.data("linkId", Field.id), reason: try fields.data("reason", Field.string),
            userID: try fields.personal("userId", Field.user), chatID: try fields.personal("chatId", Field.chat))
    }
}

extension LinkMigrated {
    init(_ fields: EventFields) throws(EventCodecError) {
        self.init(
            linkID: try fields.data("linkId", Field.id), userID: try fields.personal("userId", Field.user),
            fromChatID: try fields.personal("fromChatId", Field.chat),
            chatID: try fields.personal("chatId", Field.chat))
    }
}
