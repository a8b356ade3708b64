internal import JSONRPC
internal import ServiceLifecycle

/// The JSON-RPC server as a part of the service: the first to stop.
struct RPCService: Service {
    let server: JSONRPC.Server
    /// Calls that wait for nothing but a user.
    let waiters: TokenWaiters
    let grace: Duration

    func run() async throws {
        try await withGracefulShutdownHandler {
            try await self.server.run()
        } onGracefulShutdown: {
            self.server.shutDown(deadline: self.grace)
            self.waiters.wakeAll()
        }
    }
}
