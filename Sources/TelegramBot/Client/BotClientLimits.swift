/// Every bound of a ``BotClient``.
package struct BotClientLimits: Sendable {
    /// How long a call may last in all. Telegram itself holds a send for about 8 s before it answers 429.
    package var callTimeout: Duration = .seconds(30)
    /// How much longer than its own timeout a long poll may last.
    package var pollSlack: Duration = .seconds(15)
    /// How long connecting may last, TLS included.
    package var connectTimeout: Duration = .seconds(10)
    /// How long an unused connection is kept. Longer, and a connection that somebody between us and Telegram has
    /// forgotten turns a harmless failure into an uncertain one.
    package var idleTimeout: Duration = .seconds(15)
    /// Connections at the same time; further calls wait for one.
    package var connectionsMax = 32
    /// Bytes of one answer. A batch of updates is cut at about 4 MiB by Telegram.
    package var answerBytesMax = 8 * 1024 * 1024
    /// Bytes of an error text that are kept.
    package var errorTextBytesMax = 512

    /// The limits for production.
    package init() {}
}
