/// A button that was tapped and waits for the bot's answer.
package struct CallbackQuery: Sendable, Equatable {
    /// The query's id.
    package let id: String
    /// Who tapped.
    package let userID: Int64
    /// What the button says to the bot.
    package let data: String
    /// When the bot's answer comes too late.
    package let expiresAt: UnixTime
    /// The text of the bot's answer; nil before it, empty if the bot just acknowledged.
    package var answer: String?
}
