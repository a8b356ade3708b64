/// Where the parts of a running demo can be reached.
struct DemoAddresses: Hashable, Sendable {
    /// The page, `http://127.0.0.1:7480/`.
    let page: String
    /// The simulated Telegram, without a slash at its end.
    let telegram: String
    /// JSON-RPC over TCP, `host:port`.
    let rpc: String
}
