/// Telegram's id of a chat: positive for a private chat (it is the user's id then), negative for groups and channels.
package struct ChatID: Hashable, Sendable {
    package let value: Int64

    package init(_ value: Int64) {
        self.value = value
    }
}
