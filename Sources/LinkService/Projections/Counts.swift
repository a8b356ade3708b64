internal import Linking

/// How many of what there are: for `status` and `/metrics`.
package struct Counts: Hashable, Sendable {
    package var updates: UInt64 = 0
    package var tokensIssued: UInt64 = 0
    package var tokensRedeemed: UInt64 = 0
    package var tokensRejected: UInt64 = 0
    package var registrations: UInt64 = 0
    package var notificationsRequested: UInt64 = 0
    package var notificationsSent: UInt64 = 0
    package var notificationsFailed: UInt64 = 0
    package var notificationsExpired: UInt64 = 0
    package var notificationsCancelled: UInt64 = 0
    package var notificationsUncertain: UInt64 = 0
    package var attempts: UInt64 = 0
    package var deferrals: UInt64 = 0

    /// Every count with its name, in a fixed order.
    static let all: [(name: String, path: any WritableKeyPath<Counts, UInt64> & Sendable)] = [
        ("updates", \.updates), ("tokensIssued", \.tokensIssued), ("tokensRedeemed", \.tokensRedeemed),
        ("tokensRejected", \.tokensRejected), ("registrations", \.registrations),
        ("notificationsRequested", \.notificationsRequested), ("notificationsSent", \.notificationsSent),
        ("notificationsFailed", \.notificationsFailed), ("notificationsExpired", \.notificationsExpired),
        ("notificationsCancelled", \.notificationsCancelled), ("notificationsUncertain", \.notificationsUncertain),
        ("attempts", \.attempts), ("deferrals", \.deferrals),
    ]
}

extension Counts: Stored {
    func write(to writer: inout StateWriter) {
        for (_, path) in Self.all { writer.word(self[keyPath: path]) }
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init()
        for (_, path) in Self.all { self[keyPath: path] = try reader.word() }
    }
}
