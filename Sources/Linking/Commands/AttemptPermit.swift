/// Whether a message may be handed to Telegram now.
package enum AttemptPermit: Hashable, Sendable {
    /// The attempt is in the log: send, exactly once, and report with ``ResolveAttempt``.
    case send(chatID: ChatID, threadID: Int64?, attempt: Int)
    /// Nothing is to be sent: it ended now or before, or another attempt is under way.
    case ended
    /// Its time has not come.
    case notYet(until: Timestamp)
}
