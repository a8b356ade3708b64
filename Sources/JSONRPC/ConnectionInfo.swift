/// What is known of a connection.
public final class ConnectionInfo: Sendable {
    /// Different for each connection that a server had.
    public let id: UInt64
    /// Who is at the other end: the label of the listener that it came through.
    public let principal: String
    /// The address it came from; empty for a Unix socket.
    public let peer: String

    /// Information from its parts, so that handlers can be tested without a connection.
    public init(id: UInt64, principal: String, peer: String) {
        self.id = id
        self.principal = principal
        self.peer = peer
    }
}
