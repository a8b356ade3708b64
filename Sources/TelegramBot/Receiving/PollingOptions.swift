/// How updates are polled for.
package struct PollingOptions: Sendable {
    /// The longest time that Telegram holds a poll.
    package static let timeoutMax: Duration = .seconds(50)
    /// The kinds of updates that linking needs.
    package static let allowedUpdates = ["message", "channel_post", "my_chat_member", "callback_query"]

    /// How long Telegram holds a poll until there is something.
    package let timeout: Duration
    /// Updates in one batch, 1 to 100.
    package var limit = 100
    /// The kinds of updates wanted.
    package var allowedUpdates = PollingOptions.allowedUpdates
    /// How long a clean stop may take to confirm the last batch.
    package var stopTimeout: Duration = .seconds(2)
    /// What is waited after an empty answer that came at once, so that a server that does not hold polls is not
    /// flooded.
    package var emptyPause: Duration = .milliseconds(250)
    /// Waits after failures.
    package var backoff = Backoff()

    /// Options for polls of that length, cut to what Telegram allows.
    package init(timeout: Duration = PollingOptions.timeoutMax) {
        self.timeout = min(max(timeout, .zero), Self.timeoutMax)
    }
}
