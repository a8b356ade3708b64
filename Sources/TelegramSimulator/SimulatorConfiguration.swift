/// How a simulator behaves; the defaults suit tests.
package struct SimulatorConfiguration: Sendable {
    /// The address to listen at. Everybody who reaches it can control the simulator.
    package var host = "127.0.0.1"
    /// 0: any free port.
    package var port = 0
    /// The only token that is accepted. The digits that it begins with become the bot's id.
    package var token = "123456:simulator-token" {
        didSet { self.bot.id = Int64(self.token.prefix { $0 != ":" }) ?? self.bot.id }
    }
    /// Who the bot is.
    package var bot = BotIdentity()
    /// How long one second between two deliveries to the webhook lasts. 0.001 makes a retry after a minute one after
    /// 60 ms. Nothing else is scaled, neither long polls nor rate limits, since clients count those too.
    package var timeScale = 1.0
    /// How long a webhook may take to answer. Not scaled.
    package var webhookTimeout = Duration.seconds(60)
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
