/// Who wrote a message, where, and when.
struct MessagePlace: Sendable {
    let chatID: Int64
    let messageID: Int64
    /// Nil for a channel's post.
    let sender: SimulatedUser?
    let date: UnixTime
    var threadID: Int64?
    var editedAt: UnixTime?
}
