/// One call of a method, as its handler sees it.
public struct Call: Sendable {
    /// The method's name.
    public let method: String
    /// What was given.
    public let params: Params
    /// Who calls.
    public let connection: ConnectionInfo

    /// A call from its parts, so that handlers can be tested without a connection.
    public init(method: String, params: Params, connection: ConnectionInfo) {
        self.method = method
        self.params = params
        self.connection = connection
    }
}
