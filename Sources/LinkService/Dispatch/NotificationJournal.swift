package import Linking

/// The journal, as far as the dispatcher needs it.
package protocol NotificationJournal: Sendable {
    /// Records that a message is about to be handed to Telegram, and returns once that is on disk.
    func attempt(_ command: AttemptNotification) async throws(JournalError) -> Committed<AttemptNotification.Answer>

    /// Records what came of it, and returns once that is on disk. Resolving the same attempt again changes nothing.
    func resolve(_ command: ResolveAttempt) async throws(JournalError) -> Committed<ResolveAttempt.Answer>

    /// The message as it stands; nil if there is none.
    func notification(_ id: NotificationID) async throws(JournalError) -> Notification?
}
