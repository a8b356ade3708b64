/// The path of the webhook's URL.
package enum WebhookEndpoint: Sendable, Equatable {
    /// A random path, made once and kept in the data directory.
    case random
    /// The bot's token, as some other receivers do; whoever reads a proxy's access log then has the bot.
    case token
    /// This path, without a slash at the beginning.
    case path(String)

    /// Paths that the HTTP server answers itself.
    package static let reserved: Set<String> = ["status", "livez", "readyz", "metrics"]
}
