package import Linking

/// Why a command has no answer.
package enum JournalError: Error, Hashable, Sendable {
    /// What is known of the disk after a failure.
    package enum StorageOutcome: String, Sendable {
        case notWritten
        case unknown
    }

    /// The domain says no.
    case rejected(Rejection)
    /// Too many commands wait; nothing was written.
    case overloaded
    /// The service is stopping; nothing was written.
    case shuttingDown
    /// The disk refused.
    case storage(StorageOutcome, reason: String)
}
