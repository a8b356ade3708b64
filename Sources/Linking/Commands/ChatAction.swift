/// What an update means for its chat.
package enum ChatAction: Hashable, Sendable {
    /// Nothing that this service acts upon.
    case none
    case start(StartArgument)
    case help
    case status
    /// `/stop` or `/unlink`.
    case stop
    /// The bot was `blocked`, `kicked`, has `left` …
    case unreachable(reason: String)
    /// The bot was unblocked or added.
    case reachable
    /// The chat of the update became this one.
    case migrated(to: ChatID)
    /// The chat of the update was this one before.
    case migratedFrom(ChatID)
}
