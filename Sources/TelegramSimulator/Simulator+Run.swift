import AsyncHTTPClient
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

extension Simulator: Service {
    /// Serves until the task is cancelled or a graceful shutdown begins; polls that wait then end at once. May be
    /// called once.
    ///
    /// - Throws: if it cannot listen at the configured address.
    package func run() async throws {
        let client = HTTPClient(
            eventLoopGroupProvider: .singleton,
            configuration: WebhookDeliverer.clientConfiguration(timeout: self.configuration.webhookTimeout))
        do {
            try await cancelWhenGracefulShutdown { try await self.serve(client) }
        } catch  where !Task.isCancelled && !(error is CancellationError) {
            self.updateState { $0.listening = .failed("\(error)") }
            try await client.shutdown()
            throw error
        } catch {
            self.logger.debug("simulator was stopped")
        }
        try await client.shutdown()
    }

    private func serve(_ client: HTTPClient) async throws {
        let application = Application(
            responder: SimulatorResponder(simulator: self),
            configuration: ApplicationConfiguration(
                address: .hostname(self.configuration.host, port: self.configuration.port)),
            onServerRunning: { channel in self.didListen(at: channel.localAddress) },
            logger: self.logger)
        let deliverer = WebhookDeliverer(simulator: self, client: client)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            group.addTask { await deliverer.run() }
            _ = try await group.next()
            group.cancelAll()
        }
    }

    private func didListen(at address: SocketAddress?) {
        guard let port = address?.port else { return }
        let found = SimulatorAddress(host: self.configuration.host, port: port)
        self.updateState { $0.listening = .at(found) }
        self.logger.info("simulator listens", metadata: ["url": "\(found.url)"])
    }
}
