internal import JSON
internal import Linking

extension LogCreated {
    init(_ fields: EventFields) throws(EventCodecError) {
        self.init(
            logID: try fields.data("logId", Field.string), botID: try fields.data("botId", Field.int64),
            botUsername: try fields.data("botUsername", Field.string), format: try fields.data("format", Field.int))
    }
}

extension UpdateReceived {
    init(_ fields: EventFields) throws(EventCodecError) {
        self.init(
            updateID: try fields.optionalData("updateId", Field.int64), kind: try fields.data("kind", Field.string),
            update: try fields.personal("update", Field.raw),
            chatID: try fields.optionalPersonal("chatId", Field.chat),
            fromID: try fields.optionalPersonal("fromId", Field.int64))
    }
}

extension TokenIssued {
    init(_ fields: EventFields) throws(EventCodecError) {
        self.init(
            tokenID: try fields.data("tokenId", Field.id), tokenHash: try fields.data("tokenHash", Field.hash),
            chat: try fields.data("chat", Field.word), expiresAt: try fields.data("expiresAt", Field.time),
            userID: try fields.personal("userId", Field.user),
            context: try fields.optionalPersonal("context", Field.raw))
    }
}

extension TokenRedeemed {
    init(_ fields: EventFields) throws(EventCodecError) {
        self.init(
            tokenID: try fields.data("tokenId", Field.id), userID: try fields.personal("userId", Field.user),
            chatID: try fields.personal("chatId", Field.chat))
    }
}

extension TokenEnded {
    init(_ fields: EventFields) throws(EventCodecError) {
        self.init(
            tokenID: try fields.data("tokenId", Field.id), reason: try fields.optionalData("reason", Field.string),
            userID: try fields.personal("userId", Field.user))
    }
}

extension TokenRejected {
    init(_ fields: EventFields) throws(EventCodecError) {
        self.init(
            reason: try fields.data("reason", Field.word), tokenID: try fields.optionalData("tokenId", Field.id),
            chatID: try fields.personal("chatId", Field.chat))
    }
}
