/// Where a running service can be reached.
package struct ServiceAddresses: Hashable, Sendable {
    /// JSON-RPC over TCP, `host:port`.
    package var rpc: String
    /// The Unix socket of the command line.
    package var socket: String
    /// The HTTP server, `host:port`.
    package var http: String
    package var bot: BotProfile
}
