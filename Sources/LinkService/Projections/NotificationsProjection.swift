internal import Linking

/// Notifications by id and by user, the queue of those that are not final, and idempotency keys.
///
/// ```
/// "n" 0 notificationId          -> Notification
/// "n" 1 notificationId          -> nothing: it is not final
/// "n" 2 userId notificationId   -> nothing
/// "n" 3 keyHash                 -> IdempotencyRecord
/// "n" 4 number                  -> keyHash and time, oldest first
/// "n" 5 chatId                  -> how many replies wait for the chat
/// "n" 6 chatId                  -> the id that a migrated group goes by now
/// ```
enum NotificationsProjection: Projection {
    static let name = "notifications"
    static let version: UInt64 = 1
    static let prefix = UInt8(ascii: "n")
    /// A caller may repeat a request under its key for a day.
    static let keySeconds: Int64 = 24 * 3_600
    /// More than an event adds, so that the keys cannot grow.
    private static let clearedPerEvent = 2

    static let allKey = StateKey(Self.prefix, 0)
    static let queueKey = StateKey(Self.prefix, 1)
    static func key(_ id: NotificationID) -> StateKey { Self.allKey.id(id) }
    static func indexKey(_ user: UserID) -> StateKey { StateKey(Self.prefix, 2).user(user) }
    static func idempotencyKey(_ hash: SecretHash) -> StateKey { StateKey(Self.prefix, 3).hash(hash) }
    static func idempotencyQueueKey(_ number: UInt64) -> StateKey { StateKey(Self.prefix, 4).number(number) }
    static func repliesKey(_ chat: ChatID) -> StateKey { StateKey(Self.prefix, 5).chat(chat) }
    static func movedKey(_ chat: ChatID) -> StateKey { StateKey(Self.prefix, 6).chat(chat) }

    static func apply(_ recorded: RecordedEvent, to state: inout StagedState) throws(ProjectionError) {
        switch recorded.event {
        case .notificationRequested(let requested):
            try Self.add(requested, recorded, &state)
        case .notificationAttempted(let event):
            try Self.change(event.notificationID, recorded, &state)
        case .notificationSent(let event):
            try Self.change(event.notificationID, recorded, &state)
        case .notificationDeferred(let event):
            try Self.change(event.notificationID, recorded, &state)
        case .notificationFailed(let event), .notificationExpired(let event), .notificationCancelled(let event),
            .notificationUncertain(let event):
            try Self.change(event.notificationID, recorded, &state)
        case .linkMigrated(let migrated):
            state.put(IntegerState(migrated.chatID.value), at: Self.movedKey(migrated.fromChatID))
        case .logCreated, .updateReceived, .tokenIssued, .tokenRedeemed, .tokenRevoked, .tokenExpired, .tokenRejected,
            .registrationRequested, .linkConfirmed, .linkSuspended, .linkResumed, .linkRevoked:
            return
        }
    }

    private static func add(
        _ requested: NotificationRequested, _ recorded: RecordedEvent, _ state: inout StagedState
    ) throws(ProjectionError) {
        let notification = Notification(requested, seq: recorded.seq, at: recorded.time)
        state.put(notification, at: Self.key(notification.id))
        state.put([], at: Self.queueKey.id(notification.id))
        if let user = notification.userID {
            state.put([], at: Self.indexKey(user).id(notification.id))
        }
        state.summary.notifications.waiting += 1
        if notification.kind == .reply { try Self.countReply(notification.chatID, by: 1, &state) }
        if let idempotency = requested.idempotency {
            try Self.remember(idempotency, notification, recorded, &state)
        }
    }

    private static func change(
        _ id: NotificationID, _ recorded: RecordedEvent, _ state: inout StagedState
    ) throws(ProjectionError) {
        guard let before = try state.state(at: Self.key(id), as: Notification.self) else { return }
        var notification = before
        notification.apply(recorded)
        guard notification != before else { return }
        state.put(notification, at: Self.key(id))
        guard notification.isFinal, !before.isFinal else { return }
        state.remove(Self.queueKey.id(id))
        state.summary.notifications.waiting -= 1
        if notification.kind == .reply { try Self.countReply(notification.chatID, by: -1, &state) }
    }

    private static func countReply(
        _ chat: ChatID, by step: Int64, _ state: inout StagedState
    ) throws(ProjectionError) {
        let key = Self.repliesKey(chat)
        let count = (try state.state(at: key, as: IntegerState.self)?.value ?? 0) + step
        if count > 0 { state.put(IntegerState(count), at: key) } else { state.remove(key) }
    }

    private static func remember(
        _ idempotency: Idempotency, _ notification: Notification, _ recorded: RecordedEvent,
        _ state: inout StagedState
    ) throws(ProjectionError) {
        let key = Self.idempotencyKey(idempotency.keyHash)
        if var record = try state.state(at: key, as: IdempotencyRecord.self), record.requestedAt == recorded.time {
            record.notificationIDs.append(notification.id)
            return state.put(record, at: key)
        }
        let record = IdempotencyRecord(
            keyHash: idempotency.keyHash, requestHash: idempotency.requestHash, notificationIDs: [notification.id],
            requestedAt: recorded.time)
        state.put(record, at: key)
        state.put(record, at: Self.idempotencyQueueKey(state.summary.notifications.keys.tail))
        state.summary.notifications.keys.tail += 1
        try Self.forget(before: recorded.time.adding(seconds: -Self.keySeconds), &state)
    }

    private static func forget(before time: Timestamp, _ state: inout StagedState) throws(ProjectionError) {
        for _ in 0..<Self.clearedPerEvent {
            let queueKey = Self.idempotencyQueueKey(state.summary.notifications.keys.head)
            guard let oldest = try state.state(at: queueKey, as: IdempotencyRecord.self), oldest.requestedAt < time
            else { return }
            let key = Self.idempotencyKey(oldest.keyHash)
            // The key may have come again since: then the later entry clears it.
            if try state.state(at: key, as: IdempotencyRecord.self)?.requestedAt == oldest.requestedAt {
                state.remove(key)
            }
            state.remove(queueKey)
            state.summary.notifications.keys.head += 1
        }
    }

    static func summary(of summary: StateSummary) -> [UInt8] {
        summary.notifications.storedBytes
    }

    static func restore(_ bytes: [UInt8]?, into summary: inout StateSummary) throws(StateError) {
        summary.notifications =
            try bytes.map { (bytes) throws(StateError) in try NotificationSummary(stored: bytes) }
            ?? NotificationSummary()
    }
}
