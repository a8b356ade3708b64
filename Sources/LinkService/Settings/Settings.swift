/// All that an operator can decide about a running service: plain values, already checked, read from nowhere.
///
/// Every default is the documented one, so a service for a test is `Settings(telegram:)` and a few changes.
package struct Settings: Sendable, Equatable {
    /// The directory that holds the log, the projections, the keys and `rpc.sock`; relative paths are relative to the
    /// working directory.
    package var dataDirectory: String
    /// Which bot this is, and which server speaks for Telegram.
    package var telegram: TelegramSettings
    /// How updates arrive.
    package var receiving: Receiving
    /// Where the HTTP server listens: webhook, health and metrics.
    package var http: HTTPSettings
    /// Where JSON-RPC is answered over TCP.
    package var rpc: RPCSettings
    /// How long a link token lives if the caller does not say.
    package var tokenLifetimeSeconds: Int
    /// The page that confirms a registration begun in the chat; without it there are none.
    package var confirmURL: ConfirmURL?
    /// How fast messages are sent.
    package var rates: RateSettings
    /// What is logged, and how.
    package var logging: LogSettings

    /// The documented defaults for the bot in `telegram`.
    package init(telegram: TelegramSettings) {
        self.dataDirectory = "./data"
        self.telegram = telegram
        self.receiving = .polling(timeoutSeconds: Receiving.pollingTimeoutSecondsDefault)
        self.http = HTTPSettings()
        self.rpc = RPCSettings()
        self.tokenLifetimeSeconds = Settings.tokenLifetimeSecondsDefault
        self.confirmURL = nil
        self.rates = RateSettings()
        self.logging = LogSettings()
    }

    /// The lifetime of a link token if nobody says otherwise.
    package static let tokenLifetimeSecondsDefault = 900

    /// The lifetimes a link token may have: half a minute to a week.
    package static let tokenLifetimeSecondsRange = 30...604_800
}
