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
