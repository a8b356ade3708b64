package import Linking

extension SendQueue {
    /// What is to be done now.
    package enum Step: Hashable, Sendable {
        /// Send it now; then say ``SendQueue/finished(_:_:at:)``.
        case attempt(NotificationID, ChatID, order: UInt64)
        /// Nothing may go before that moment, unless something happens.
        case wait(until: Timestamp)
        /// Nothing to do until something happens.
        case idle
    }

    /// What became of an attempt.
    package enum FollowUp: Hashable, Sendable {
        /// It went out, well or badly, and will not again.
        case done
        /// It will not go out and never did: its place in the rates is given back.
        case dropped
        /// It goes again, before all that is behind it in its chat.
        case again(notBefore: Timestamp)
    }

    /// How much there is to do.
    package struct Counts: Hashable, Sendable {
        package var urgent = 0
        package var normal = 0
        package var bulk = 0
        /// Messages whose hour has not come.
        package var scheduled = 0
        package var inFlight = 0
        /// Chats that were told to wait by a 429.
        package var chatsBlocked = 0

        package init() {}

        /// All that wait, in their lane or for their hour.
        package var waiting: Int { self.urgent + self.normal + self.bulk + self.scheduled }
    }

    struct Entry: HeapPlaced {
        enum Place: UInt8 {
            /// In `scheduled`. Moves to `chat`.
            case scheduled
            /// In its chat's queue. Moves to `inFlight`.
            case chat
            /// Handed out. Moves to `chat`, or is gone.
            case inFlight
        }

        let id: NotificationID
        /// Lane, then order: what the chat's queue goes by.
        let rank: UInt64
        var chatID: ChatID
        /// Not before this.
        var dueAt: Timestamp
        var position: Int32 = 0
        var place: Place

        var order: UInt64 { self.rank & Self.orderMask }

        private static let orderMask: UInt64 = 1 << 62 - 1

        init(_ notification: QueuedNotification, chatID: ChatID) {
            self.id = notification.id
            self.chatID = chatID
            self.rank = notification.lane.urgency << 62 | notification.order & Self.orderMask
            switch notification.start {
            case .atOnce: (self.dueAt, self.place) = (Timestamp(milliseconds: 0), .chat)
            case .scheduled(let moment): (self.dueAt, self.place) = (moment, .scheduled)
            case .deferred(let moment): (self.dueAt, self.place) = (moment, .chat)
            }
        }
    }

    struct Chat: HeapPlaced {
        enum Place: UInt8 {
            /// In no heap: new, or one of its messages is in flight. Moves to any other.
            case none
            /// In `ready`: its first message may go. Moves to `none`.
            case ready
            /// In `waiting`: for its first message's time, a token, or the end of a 429. Moves to `ready`.
            case waiting
            /// In `idle`: nothing to send, but its bucket is not full yet. Moves to `none`, or is gone.
            case idle
        }

        let id: ChatID
        /// Entries of `Place.chat`, by rank.
        var queue = SlotHeap()
        var bucket = TokenBucket()
        var blockedUntil: Timestamp?
        var inFlight: Int32 = 0
        var position: Int32 = 0
        var place = Place.none

        init(_ id: ChatID) {
            self.id = id
        }
    }
}

extension Lane {
    /// 0 goes first.
    fileprivate var urgency: UInt64 {
        switch self {
        case .urgent: 0
        case .normal: 1
        case .bulk: 2
        }
    }
}

extension Timestamp {
    /// The moment as a key that sorts like it.
    var sortKey: UInt64 { UInt64(bitPattern: self.milliseconds) ^ 1 << 63 }

    init(sortKey: UInt64) {
        self.init(milliseconds: Int64(bitPattern: sortKey ^ 1 << 63))
    }
}
