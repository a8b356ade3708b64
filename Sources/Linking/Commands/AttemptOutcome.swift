/// What came of handing a message to Telegram. A description holds Telegram's words, never a secret.
package enum AttemptOutcome: Hashable, Sendable {
    case sent(messageID: Int64)
    /// Too many requests: wait so long.
    case rateLimited(seconds: Int)
    /// Telegram failed, or the request never went out: the message was not taken, so it is tried again.
    case unavailable(reason: String, description: String)
    /// The group became a supergroup.
    case migrated(to: ChatID)
    /// The chat cannot be reached: `blocked` `deactivated` `kicked` `chatNotFound` …
    case chatGone(reason: String, description: String)
    /// This message will never be taken; the chat is fine.
    case rejected(description: String)
    /// The request went out and no answer came: nobody can know.
    case lost(description: String)
}
