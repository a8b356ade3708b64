/// One attempt to hand an update to the webhook.
struct Delivery: Sendable {
    let updateID: Int64
    let lane: UpdateLane
    let settings: WebhookSettings
    let generation: UInt64
    let json: [UInt8]
}
