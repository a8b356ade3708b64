internal import Linking

/// A fold from events to keys. It reads nothing but its own keys, so that each can be rebuilt alone.
protocol Projection: Sendable {
    /// Its name in `status`, and in its checkpoint's key.
    static var name: String { get }
    /// Raised whenever the fold or its bytes change: it is then rebuilt at the next start.
    static var version: UInt64 { get }
    /// The first byte of each of its keys.
    static var prefix: UInt8 { get }

    static func apply(_ recorded: RecordedEvent, to state: inout StagedState) throws(ProjectionError)
    /// The part of the summary that is this projection's, as bytes.
    static func summary(of summary: StateSummary) -> [UInt8]
    static func restore(_ bytes: [UInt8]?, into summary: inout StateSummary) throws(StateError)
}

/// Every projection there is.
enum Projections {
    static let all: [any Projection.Type] = [
        TokensProjection.self, LinksProjection.self, RegistrationsProjection.self, NotificationsProjection.self,
        SeenUpdatesProjection.self, CountsProjection.self,
    ]

    static func apply(_ recorded: RecordedEvent, to state: inout StagedState) throws(ProjectionError) {
        try TokensProjection.apply(recorded, to: &state)
        try LinksProjection.apply(recorded, to: &state)
        try RegistrationsProjection.apply(recorded, to: &state)
        try NotificationsProjection.apply(recorded, to: &state)
        try SeenUpdatesProjection.apply(recorded, to: &state)
        CountsProjection.apply(recorded, to: &state)
    }
}
