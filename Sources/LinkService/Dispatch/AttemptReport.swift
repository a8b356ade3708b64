import Linking

/// What an attempt came to.
struct AttemptReport: Hashable, Sendable {
    /// What Telegram said; nil if it was not asked.
    var outcome: AttemptOutcome?
    /// Whether Telegram turned the message away for the bot's token.
    var isUnauthorized = false
    /// Where that left the message; nil if it has ended without having been sent now, or is unknown.
    var state: Notification.State?
    /// When to ask again, if its time had not come.
    var notYet: Timestamp?

    /// The message was not to be sent.
    static let ended = AttemptReport()
}
