/// How fast a bot may send before it is answered 429.
package struct RateLimits: Sendable, Equatable {
    /// Messages a second in one private chat.
    package var perChatPerSecond = 1.0
    /// Messages that a private chat takes at once.
    package var chatBurst = 3.0
    /// Messages a minute in one group or channel.
    package var perGroupPerMinute = 20.0
    /// Messages a second in all.
    package var globalPerSecond = 30.0

    /// Telegram's published figures.
    package init() {}
}
