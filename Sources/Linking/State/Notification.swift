/// A message on its way, without its text: that stays in the log, at `requestSeq`.
package struct Notification: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        /// Waits for its turn (or for `sendAt`). Moves to `sending`, `expired`, `cancelled`, `failed`.
        case queued
        /// The attempt is in the log, its outcome is not. Moves to `sent`, `deferred`, `failed`, `uncertain`, `queued`.
        case sending
        /// Waits for another attempt. Moves like `queued`.
        case deferred(notBefore: Timestamp, reason: String)
        case sent(messageID: Int64)
        case failed(reason: String)
        case expired
        case cancelled
        case uncertain(reason: String)
    }

    package var id: NotificationID
    package var requestSeq: UInt64
    package var linkID: LinkID?
    package var userID: UserID?
    package var chatID: ChatID
    package var threadID: Int64?
    package var lane: Lane
    package var kind: NotificationKind
    package var expiresAt: Timestamp?
    package var sendAt: Timestamp?
    package var onUncertain: OnUncertain
    /// How often it was handed to Telegram; the attempts are numbered from 1.
    package var attempts: Int
    /// Its chat was found to have moved while it was being sent: that is followed once.
    package var migrated: Bool
    package var state: State
    package var requestedAt: Timestamp
    package var updatedAt: Timestamp

    package init(_ requested: NotificationRequested, seq: UInt64, at time: Timestamp) {
        self.id = requested.notificationID
        self.requestSeq = seq
        self.linkID = requested.linkID
        self.userID = requested.userID
        self.chatID = requested.chatID
        self.threadID = requested.threadID
        self.lane = requested.lane
        self.kind = requested.kind
        self.expiresAt = requested.expiresAt
        self.sendAt = requested.sendAt
        self.onUncertain = requested.onUncertain
        self.attempts = 0
        self.migrated = false
        self.state = .queued
        self.requestedAt = time
        self.updatedAt = time
    }

    /// A notification read back from where a projection keeps it.
    package init(
        id: NotificationID, requestSeq: UInt64, linkID: LinkID?, userID: UserID?, chatID: ChatID, threadID: Int64?,
        lane: Lane, kind: NotificationKind, expiresAt: Timestamp?, sendAt: Timestamp?, onUncertain: OnUncertain,
        attempts: Int, migrated: Bool, state: State, requestedAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.requestSeq = requestSeq
        self.linkID = linkID
        self.userID = userID
        self.chatID = chatID
        self.threadID = threadID
        self.lane = lane
        self.kind = kind
        self.expiresAt = expiresAt
        self.sendAt = sendAt
        self.onUncertain = onUncertain
        self.attempts = attempts
        self.migrated = migrated
        self.state = state
        self.requestedAt = requestedAt
        self.updatedAt = updatedAt
    }
}
