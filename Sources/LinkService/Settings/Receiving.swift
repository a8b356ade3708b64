/// How updates arrive: exactly one of the two, as Telegram has it.
package enum Receiving: Sendable, Equatable {
    /// The service asks with `getUpdates`, each call waiting up to `timeoutSeconds` at Telegram's side.
    case polling(timeoutSeconds: Int)
    /// Telegram calls us.
    case webhook(WebhookSettings)

    /// How long a call waits if nobody says otherwise; also the longest that Telegram waits.
    package static let pollingTimeoutSecondsDefault = 50

    /// The waiting times that may be set.
    package static let pollingTimeoutSecondsRange = 0...50
}
