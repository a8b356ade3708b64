/// Where JSON-RPC is answered over TCP; `rpc.sock` in the data directory is always there.
package struct RPCSettings: Sendable, Equatable {
    /// A loopback address: without keys and TLS nothing else is listened on.
    package var host: String
    /// The port; 0 takes any free one.
    package var port: Int

    /// The documented defaults, unless told otherwise.
    package init(host: String = "127.0.0.1", port: Int = 7_410) {
        self.host = host
        self.port = port
    }
}
