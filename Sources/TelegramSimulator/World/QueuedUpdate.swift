/// An update that waits for the bot.
struct QueuedUpdate: Sendable {
    let id: Int64
    let lane: UpdateLane
    let expiresAt: UnixTime
    /// The update as it goes over the wire.
    let json: [UInt8]
}
