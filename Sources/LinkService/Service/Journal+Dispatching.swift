package import Linking

extension Journal: NotificationJournal {
    package func attempt(
        _ command: AttemptNotification
    ) async throws(JournalError) -> Committed<AttemptNotification.Answer> {
        try await self.perform(command, by: "service")
    }

    package func resolve(_ command: ResolveAttempt) async throws(JournalError) -> Committed<ResolveAttempt.Answer> {
        try await self.perform(command, by: "service")
    }

    package func notification(_ id: NotificationID) async throws(JournalError) -> Notification? {
        do throws(ProjectionError) {
            return try self.store.notification(id)
        } catch {
            throw .storage(.notWritten, reason: "\(error)")
        }
    }

    /// Every notification that is not final, oldest first.
    func unfinishedNotifications() throws(ProjectionError) -> [Notification] {
        let store = self.store
        var found: [Notification] = []
        try store.scan(NotificationsProjection.queueKey) { (key, _) throws(ProjectionError) in
            guard let id: NotificationID = StateKey.trailingID(key) else { return true }
            if let notification = try store.notification(id) { found.append(notification) }
            return true
        }
        return found
    }
}
