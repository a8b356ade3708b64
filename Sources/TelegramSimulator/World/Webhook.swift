/// A webhook that is set, and how it fares.
struct Webhook: Sendable {
    let settings: WebhookSettings
    /// Tells this webhook from one that was set before or after it.
    let generation: UInt64
    var schedule: DeliverySchedule
    var lastErrorAt: UnixTime?
    var lastErrorMessage: String?
    /// Since when every answer was 410.
    var goneSince: UnixTime?
}
