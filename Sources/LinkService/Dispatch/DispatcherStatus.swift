package import Linking

/// How the dispatcher is doing.
package struct DispatcherStatus: Hashable, Sendable {
    /// Something went wrong; the text holds no secret.
    package struct Trouble: Hashable, Sendable {
        package var at: Timestamp
        package var text: String

        package init(at: Timestamp, text: String) {
            self.at = at
            self.text = text
        }
    }

    /// What became of messages since the start.
    package struct Totals: Hashable, Sendable {
        /// Messages handed to Telegram, each as often as it was.
        package var attempts: UInt64 = 0
        package var sent: UInt64 = 0
        /// Put off, for whatever reason.
        package var deferred: UInt64 = 0
        /// 429 answers among the attempts.
        package var rateLimited: UInt64 = 0
        package var failed: UInt64 = 0
        package var expired: UInt64 = 0
        /// Ended without anybody knowing whether they arrived.
        package var uncertain: UInt64 = 0
        /// Commands that the journal could not record and that were tried again.
        package var journalFailures: UInt64 = 0

        package init() {}
    }

    package var counts = SendQueue.Counts()
    /// Until when nothing goes to anybody, after 429s from several chats.
    package var pausedUntil: Timestamp?
    /// Whether Telegram accepts the token.
    package var breaker = Breaker.State.closed
    package var lastError: Trouble?
    package var totals = Totals()

    package init() {}
}
