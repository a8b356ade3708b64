/// What a `getUpdates` comes to.
enum PollStep: Sendable, Equatable {
    /// Answered now with these updates, maybe none.
    case answer([UInt8])
    /// Waits for an update, this long at most.
    case wait(Duration)
}
