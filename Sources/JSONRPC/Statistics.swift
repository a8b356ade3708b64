/// What a server has counted since it was made.
public struct Statistics: Sendable, Equatable {
    /// Connections that are open.
    public var connectionsOpen = 0
    /// Connections that were accepted and served.
    public var connectionsTotal = 0
    /// Connections that were closed at accept for a limit.
    public var connectionsRefused = 0
    /// Messages that were no JSON or no requests, frames and batches that were too large.
    public var protocolErrors = 0
    /// Calls of methods that do not exist.
    public var unknownMethods = 0
    /// Bytes read from all connections.
    public var bytesReceived = 0
    /// Bytes handed to all connections.
    public var bytesSent = 0
    /// Calls that ended, by the method's name. Every method of the server is in it.
    public var methods: [String: MethodStatistics] = [:]

    init() {}
}
