internal import JSON
internal import Linking

extension TokenIssued {
    func write(data: inout JSONWriter, personal: inout JSONWriter) {
        data.member("tokenId", self.tokenID)
        data.member("tokenHash", self.tokenHash)
        data.member("chat", self.chat.rawValue)
        data.member("expiresAt", self.expiresAt)
        personal.member("userId", self.userID)
        personal.member("context", json: self.context)
    }
}

extension TokenRedeemed {
    func write(data: inout JSONWriter, personal: inout JSONWriter) {
        data.member("tokenId", self.tokenID)
        personal.member("userId", self.userID)
        personal.member("chatId", self.chatID)
    }
}

extension TokenEnded {
    func write(data: inout JSONWriter, personal: inout JSONWriter) {
        data.member("tokenId", self.tokenID)
        data.member("reason", self.reason)
        personal.member("userId", self.userID)
    }
}

extension TokenRejected {
    func write(data: inout JSONWriter, personal: inout JSONWriter) {
        data.member("reason", self.reason.rawValue)
        data.member("tokenId", self.tokenID)
        personal.member("chatId", self.chatID)
    }
}

extension LogCreated {
    func write(data: inout JSONWriter) {
        data.member("logId", self.logID)
        data.member("botId", self.botID)
        data.member("botUsername", self.botUsername)
        data.member("format", self.format)
    }
}

extension UpdateReceived {
    func write(data: inout JSONWriter, personal: inout JSONWriter) {
        data.member("updateId", self.updateID)
        data.member("kind", self.kind)
        personal.member("update", json: self.update)
        personal.member("chatId", self.chatID)
        personal.member("fromId", self.fromID)
    }
}
