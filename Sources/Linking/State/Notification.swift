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
    package var attempts: Int
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
        self.state = .queued
        self.requestedAt = time
        self.updatedAt = time
    }
}
