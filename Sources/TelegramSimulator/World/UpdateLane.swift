/// A line of updates that a webhook gets one after the other.
struct UpdateLane: Hashable, Sendable {
    /// The kind of update, or `messages` for all that are messages of a chat.
    let name: String
    /// The chat or the user.
    let id: Int64
}
