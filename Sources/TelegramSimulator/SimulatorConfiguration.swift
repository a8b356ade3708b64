/// How a simulator behaves; the defaults suit tests.
package struct SimulatorConfiguration: Sendable {
    /// The address to listen at. Everybody who reaches it can control the simulator.
    package var host = "127.0.0.1"
    /// 0: any free port.
    package var port = 0
    /// The only token that is accepted.
    package var token = "123456:simulator-token"
    /// Who the bot is.
    package var bot = BotIdentity()
    /// How long one second of webhook delivery lasts: its retries, its time-out and its degradation. 0.001 makes a
    /// minute 60 ms. Long polls, rate limits and slow answers are not scaled, since clients count those too.
    package var timeScale = 1.0
    /// As `telegram-bot-api --local`: webhooks may be at any http or https address and port.
    package var isLocal = true
    /// Whether sending too fast answers 429.
    package var rateLimits: RateLimits?
    /// Faults that come at random.
    package var randomFaults: RandomFaults?
    /// Of update ids, callback ids, retry delays and random faults.
    package var seed: UInt64 = 1

    /// The defaults.
    package init() {}
}
