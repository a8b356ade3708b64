/// Where Telegram calls us, and how we know that it is Telegram.
package struct WebhookSettings: Sendable, Equatable {
    /// Scheme, host and port of the URL that is registered, without a slash at the end: `https://bot.example.com`.
    package var origin: String
    /// The path of that URL.
    package var endpoint: WebhookEndpoint
    /// What Telegram sends in `X-Telegram-Bot-Api-Secret-Token`; without it a random one, kept in the data directory.
    package var secret: Secret?
    /// Who may call, by address.
    package var filter: AddressFilter
    /// Whether the webhook is deleted when the service stops.
    package var deletesOnExit: Bool

    /// A webhook at `origin` with the documented defaults.
    package init(
        origin: String,
        endpoint: WebhookEndpoint = .random,
        secret: Secret? = nil,
        filter: AddressFilter = AddressFilter(),
        deletesOnExit: Bool = false
    ) {
        self.origin = origin
        self.endpoint = endpoint
        self.secret = secret
        self.filter = filter
        self.deletesOnExit = deletesOnExit
    }
}
