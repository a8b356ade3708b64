import Hummingbird
import NIOCore

/// What a request's handler knows of its connection.
struct ConnectionContext: InitializableFromSource, Sendable {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) { self.channel = source.channel }

    /// Whether an answer would still go somewhere.
    var isOpen: Bool { self.channel.isActive }
}
