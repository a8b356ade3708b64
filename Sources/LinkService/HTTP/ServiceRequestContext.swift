package import Hummingbird
internal import NIOCore

/// A request, and who sent it.
package struct ServiceRequestContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The address of the socket's other end.
    let peer: SocketAddress?

    package init(source: Source) {
        self.coreContext = .init(source: source)
        self.peer = source.channel.remoteAddress
    }
}
