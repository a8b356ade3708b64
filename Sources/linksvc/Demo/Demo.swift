import JSONRPC
import LinkService
import Logging
import ServiceLifecycle
import TelegramSimulator
import UnixSignals

/// Simulator, service and page in one process.
struct Demo: Sendable {
    let directory: DemoDirectory
    /// The page's port; nil prefers ``portDefault``.
    let port: Int?
    /// JSON-RPC's port; nil prefers the service's default.
    let rpcPort: Int?
    let logger: Logger

    static let portDefault = 7_480

    private let simulator: Simulator
    private let addresses = AsyncStream.makeStream(of: ServiceAddresses.self, bufferingPolicy: .bufferingOldest(1))

    init(directory: DemoDirectory, port: Int?, rpcPort: Int?, logger: Logger) {
        self.directory = directory
        self.port = port
        self.rpcPort = rpcPort
        self.logger = logger
        var configuration = SimulatorConfiguration()
        // Over data that was kept, the numbers of an earlier demo would be taken for repetitions.
        configuration.seed = .random(in: 1...UInt64.max)
        configuration.bot.username = "linksvc_demo_bot"
        configuration.bot.firstName = "Demo bot"
        // Without a logger: what it says when it is stopped is no concern of whoever tries the service.
        self.simulator = Simulator(configuration)
    }

    /// Runs until a signal of `signals` comes, or a part fails.
    ///
    /// - Parameter onReady: called once, when everything answers.
    /// - Throws: what the failing part threw.
    func run(stoppingOn signals: [UnixSignal], onReady: @escaping @Sendable (DemoAddresses) -> Void) async throws {
        let world = DemoWorld(self.simulator)
        try world.populate()
        // Stopped in reverse order: Telegram last, since the service finishes what it sends.
        var group = ServiceGroupConfiguration(
            services: [
                .init(service: self.simulator, successTerminationBehavior: .gracefullyShutdownGroup),
                .init(
                    service: DemoPart { try await self.runService() },
                    successTerminationBehavior: .gracefullyShutdownGroup),
                .init(
                    service: DemoPart { try await self.runPage(world, onReady) },
                    successTerminationBehavior: .gracefullyShutdownGroup),
            ], gracefulShutdownSignals: signals, logger: self.logger)
        group.maximumGracefulShutdownDuration = DemoLimits.stop
        try await ServiceGroup(configuration: group).run()
    }

    private func runService() async throws {
        let telegram = try await self.simulator.address()
        var settings = Settings(
            telegram: TelegramSettings(token: Secret(self.simulator.configuration.token), apiURL: telegram.url))
        settings.dataDirectory = self.directory.path
        settings.rpc.port =
            if let port = self.rpcPort { port } else { await DemoPort.preferring(settings.rpc.port) }
        settings.http.port = 0
        var configuration = ServiceConfiguration(settings: settings)
        configuration.command = "linksvc demo"
        let service = try LinkService(configuration, logger: self.logger)
        try await service.run { self.addresses.continuation.yield($0) }
    }

    private func runPage(_ world: DemoWorld, _ onReady: @escaping @Sendable (DemoAddresses) -> Void) async throws {
        guard let service = await self.serviceAddresses(), let rpc = ClientOptions.tcpEndpoint(service.rpc) else {
            return
        }
        let telegram = try await self.simulator.address()
        let backend = DemoBackend(endpoint: rpc)
        let feed = DemoFeed(world: world)
        let follower = DemoFollower(feed: feed, world: world)
        let actions = DemoActions(backend: backend, world: world, feed: feed, follower: follower)
        let port = if let port = self.port { port } else { await DemoPort.preferring(Self.portDefault) }
        let server = DemoServer(feed: feed, actions: actions, port: port, logger: self.logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await follower.run(backend) }
            group.addTask {
                try await server.run { page in
                    onReady(DemoAddresses(page: page, telegram: telegram.url, rpc: service.rpc))
                }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// Where the service is, as soon as it answers; nil if the demo stops before.
    private func serviceAddresses() async -> ServiceAddresses? {
        await cancelWhenGracefulShutdown {
            await self.addresses.stream.first { _ in true }
        }
    }
}
