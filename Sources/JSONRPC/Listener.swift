/// Where a server listens, and what it takes those for who come that way.
public struct Listener: Sendable {
    /// Where.
    public let endpoint: Endpoint
    /// The name of those who come this way; ``ConnectionInfo/principal`` tells handlers.
    public let principal: String
    /// Whether limits meant for strangers do not apply.
    public let isTrusted: Bool

    /// A listener. TCP has to be on loopback.
    public init(_ endpoint: Endpoint, principal: String, isTrusted: Bool = true) {
        self.endpoint = endpoint
        self.principal = principal
        self.isTrusted = isTrusted
    }
}
