package import Linking

/// What the queue must know of a message: little, since there may be a million.
package struct QueuedNotification: Hashable, Sendable {
    /// When the message may go.
    package enum Start: Hashable, Sendable {
        case atOnce
        /// Joins its chat at that moment, in `order`; what is behind it does not wait.
        case scheduled(Timestamp)
        /// Stands in its chat and holds up what is behind it until that moment.
        case deferred(until: Timestamp)
    }

    package var id: NotificationID
    package var chatID: ChatID
    package var lane: Lane
    /// Where the request is in the log: the order within a chat and lane.
    package var order: UInt64
    package var start: Start

    package init(id: NotificationID, chatID: ChatID, lane: Lane, order: UInt64, start: Start = .atOnce) {
        self.id = id
        self.chatID = chatID
        self.lane = lane
        self.order = order
        self.start = start
    }

    /// A message that was just requested, by the event at `seq`.
    package init(_ requested: NotificationRequested, seq: UInt64) {
        self.init(
            id: requested.notificationID, chatID: requested.chatID, lane: requested.lane, order: seq,
            start: requested.sendAt.map { .scheduled($0) } ?? .atOnce)
    }
}
