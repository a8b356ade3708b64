import Linking

/// How fast messages may go out, and how many at a time.
package struct Pacing: Hashable, Sendable {
    /// All messages together.
    package var bot: Pace
    /// One private chat.
    package var privateChat: Pace
    /// One group or channel. Telegram counts these by the minute, so the promise is: at most so many in any minute.
    package var group: Pace
    /// Calls to Telegram that may be under way at once.
    package var inFlightMax: Int

    package init(
        botPerSecond: Double = 30, chatPerSecond: Double = 1, groupPerMinute: Double = 20, inFlightMax: Int = 64
    ) {
        self.bot = Pace(botPerSecond, per: .seconds(1), burst: Int(min(botPerSecond, Self.botBurstMax)))
        self.privateChat = Pace(chatPerSecond, per: .seconds(1), burst: Self.chatBurst)
        self.group = .atMost(groupPerMinute, inAny: .seconds(60), burst: Self.chatBurst)
        self.inFlightMax = max(inFlightMax, 1)
    }

    func pace(of chat: ChatID) -> Pace {
        chat.value < 0 ? self.group : self.privateChat
    }

    /// Telegram tolerates short bursts in a chat.
    private static let chatBurst = 3
    private static let botBurstMax = 100_000.0
}
