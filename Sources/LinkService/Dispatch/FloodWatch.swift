package import Linking

/// Tells a busy chat from a busy bot: Telegram's 429 does not say which of them it means.
package struct FloodWatch: Hashable, Sendable {
    private struct Flood: Hashable {
        var chatID: ChatID
        var at: Timestamp
        var until: Timestamp
    }

    /// 429s of the last ``window``, one for each chat.
    private var recent: [Flood] = []

    package init() {}

    /// Notes that `chatID` was told to wait `until` then.
    ///
    /// - Returns: until when the whole bot should rest, if several chats were told so at about the same time.
    package mutating func note(_ chatID: ChatID, until: Timestamp, at now: Timestamp) -> Timestamp? {
        let horizon = now.adding(milliseconds: -Self.windowMilliseconds)
        self.recent.removeAll { $0.at < horizon || $0.chatID == chatID }
        if self.recent.count == Self.chatsMax { self.recent.removeFirst() }
        self.recent.append(Flood(chatID: chatID, at: now, until: until))
        guard self.recent.count >= Self.chatsForBot else { return nil }
        return self.recent.map(\.until).max()
    }

    private static let windowMilliseconds: Int64 = 10_000
    private static let chatsForBot = 3
    private static let chatsMax = 100
}
