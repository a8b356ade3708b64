/// Why a command was refused: the caller can act on it.
package enum Rejection: Error, Hashable, Sendable {
    case tokenNotFound
    case linkNotFound
    case notificationNotFound
    case registrationNotFound
    case codeExpired
    case codeUsed
    case notLinked
    case idempotencyConflict
    /// The queue of messages is full; nothing was written.
    case queueFull
}
