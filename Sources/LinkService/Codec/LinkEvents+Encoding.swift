internal import JSON
internal import Linking

extension RegistrationRequested {
    func write(data: inout JSONWriter, personal: inout JSONWriter) {
        data.member("codeId", self.codeID)
        data.member("codeHash", self.codeHash)
        data.member("expiresAt", self.expiresAt)
        personal.member("chatId", self.chat.id)
        personal.name("chat")
        personal.beginObject()
        personal.member("type", self.chat.type)
        personal.member("title", self.chat.title)
        personal.member("username", self.chat.username)
        personal.member("firstName", self.chat.firstName)
        personal.member("lastName", self.chat.lastName)
        personal.member("threadId", self.chat.threadID)
        personal.member("language", self.chat.language)
        personal.endObject()
    }
}

extension LinkConfirmed {
    func write(data: inout JSONWriter, personal: inout JSONWriter) {
        data.member("linkId", self.linkID)
        data.member("chatType", self.chatType)
        switch self.proof {
        case .token(let id):
            data.member("via", "token")
            data.member("tokenId", id)
        case .registration(let id):
            data.member("via", "registration")
            data.member("codeId", id)
        }
        personal.member("userId", self.userID)
        personal.member("chatId", self.chatID)
        personal.member("threadId", self.threadID)
        personal.member("username", self.username)
        personal.member("firstName", self.firstName)
        personal.member("language", self.language)
        personal.member("context", json: self.context)
    }
}

extension LinkChanged {
    func write(data: inout JSONWriter, personal: inout JSONWriter) {
        data.member("linkId", self.linkID)
        data.member("reason", self.reason)
        personal.member("userId", self.userID)
        personal.member("chatId", self.chatID)
    }
}

extension LinkMigrated {
    func write(data: inout JSONWriter, personal: inout JSONWriter) {
        data.member("linkId", self.linkID)
        personal.member("userId", self.userID)
        personal.member("fromChatId", self.fromChatID)
        personal.member("chatId", self.chatID)
    }
}
