/// Telegram told something; kept as received, known link tokens in it replaced by their hashes.
package struct UpdateReceived: Hashable, Sendable {
    /// Absent when the body named none, so that it cannot be told from a repetition.
    package var updateID: Int64?
    /// The update's one payload member, `unknown` if none.
    package var kind: String
    package var update: RawJSON
    package var chatID: ChatID?
    package var fromID: Int64?

    package init(updateID: Int64?, kind: String, update: RawJSON, chatID: ChatID?, fromID: Int64?) {
        self.updateID = updateID
        self.kind = kind
        self.update = update
        self.chatID = chatID
        self.fromID = fromID
    }
}
