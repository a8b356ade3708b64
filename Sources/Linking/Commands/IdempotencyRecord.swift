/// What was answered under an idempotency key.
package struct IdempotencyRecord: Hashable, Sendable {
    package var keyHash: SecretHash
    package var requestHash: SecretHash
    package var notificationIDs: [NotificationID]
    package var requestedAt: Timestamp

    package init(
        keyHash: SecretHash, requestHash: SecretHash, notificationIDs: [NotificationID], requestedAt: Timestamp
    ) {
        self.keyHash = keyHash
        self.requestHash = requestHash
        self.notificationIDs = notificationIDs
        self.requestedAt = requestedAt
    }
}
