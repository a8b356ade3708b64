import LinkService

/// What a command needs that works on the data directory and sends nothing.
struct LocalSettings: Equatable, Sendable {
    var dataDirectory: String
    var logging: LogSettings
}
