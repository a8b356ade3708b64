/// Somebody without a token asked for a way to link this chat: a one-time code was handed out.
package struct RegistrationRequested: Hashable, Sendable {
    package var codeID: CodeID
    package var codeHash: SecretHash
    package var expiresAt: Timestamp
    package var chat: Chat

    package init(codeID: CodeID, codeHash: SecretHash, expiresAt: Timestamp, chat: Chat) {
        self.codeID = codeID
        self.codeHash = codeHash
        self.expiresAt = expiresAt
        self.chat = chat
    }
}

/// A user and a chat belong together from now on.
package struct LinkConfirmed: Hashable, Sendable {
    /// What the link was made with.
    package enum Proof: Hashable, Sendable {
        case token(TokenID)
        case registration(CodeID)
    }

    package var linkID: LinkID
    package var chatType: String
    package var proof: Proof
    package var userID: UserID
    package var chatID: ChatID
    package var threadID: Int64?
    package var username: String?
    package var firstName: String?
    package var language: String?
    package var context: RawJSON?

    package init(linkID: LinkID, proof: Proof, userID: UserID, chat: Chat, context: RawJSON?) {
        self.linkID = linkID
        self.chatType = chat.type
        self.proof = proof
        self.userID = userID
        self.chatID = chat.id
        self.threadID = chat.threadID
        self.username = chat.username
        self.firstName = chat.firstName
        self.language = chat.language
        self.context = context
    }
}

/// A link was suspended, resumed or revoked.
package struct LinkChanged: Hashable, Sendable {
    package var linkID: LinkID
    /// `blocked` `deactivated` `kicked` `chatNotFound` `user` `backend` `replaced` …
    package var reason: String
    package var userID: UserID
    package var chatID: ChatID

    package init(linkID: LinkID, reason: String, userID: UserID, chatID: ChatID) {
        self.linkID = linkID
        self.reason = reason
        self.userID = userID
        self.chatID = chatID
    }
}

/// A group became a supergroup: the link follows it to the new id.
package struct LinkMigrated: Hashable, Sendable {
    package var linkID: LinkID
    package var userID: UserID
    package var fromChatID: ChatID
    package var chatID: ChatID

    package init(linkID: LinkID, userID: UserID, fromChatID: ChatID, chatID: ChatID) {
        self.linkID = linkID
        self.userID = userID
        self.fromChatID = fromChatID
        self.chatID = chatID
    }
}
