internal import EventLog
internal import Foundation
internal import Hummingbird
internal import JSONRPC
internal import Linking
package import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle
internal import Synchronization
internal import TelegramBot
package import UnixSignals

/// The whole service over one data directory: opened by `init`, in service while `run()` runs.
package final class LinkService: Sendable {
    /// Calls that run when the service stops have this long to finish.
    static let rpcGrace = Duration.seconds(2)

    private let configuration: ServiceConfiguration
    private let data: OpenedData
    private let journal: Journal
    private let core: ServiceCore
    private let client: BotClient
    private let dispatcher: Dispatcher
    private let receiver: Receiver
    private let receiverStatus: ReceiverStatus
    private let webhook: WebhookRoute?
    private let webhookPath: String?
    private let rpc: JSONRPC.Server
    private let health: Health
    private let began = ContinuousClock.now
    private let httpAddress = Latch<String>()
    private let logger: Logger

    /// Locks and opens the data directory, and catches the projections up. Blocks on the disk.
    ///
    /// - Throws: ``EventLogError``, ``EventCodecError``, ``ProjectionError``, ``BotToken/Fault``, ``BotClient/Fault``.
    package init(_ configuration: ServiceConfiguration, logger: Logger) throws {
        let settings = configuration.settings
        self.configuration = configuration
        self.logger = logger
        self.data = try OpenedData(directory: settings.dataDirectory, command: configuration.command, logger: logger)
        let codeKey = try CodeKey(dataDirectory: settings.dataDirectory)
        self.journal = Journal(
            log: self.data.log, store: self.data.store, lastTime: self.data.lastTime, clock: configuration.clock,
            logger: logger)
        self.health = Health { [journal = self.journal] in journal.storageTrouble }
        self.core = ServiceCore(
            journal: self.journal, log: self.data.log, projections: self.data.projections,
            options: ServiceOptions(settings, replies: configuration.replies, codeKey: codeKey),
            clock: configuration.clock,
            logger: logger)
        let reception = try Reception(settings, core: self.core)
        // The last that may fail: a client that was made has to be shut down.
        self.client = try BotClient(
            token: try BotToken(settings.telegram.token.revealed), apiURL: settings.telegram.apiURL)
        self.dispatcher = Dispatcher(
            journal: self.journal, messages: LoggedMessages(log: self.data.log, codeKey: codeKey), sender: self.client,
            clock: SystemDispatchClock(configuration.clock), settings: DispatcherSettings(settings.rates),
            logger: logger)
        self.receiver = Receiver(way: reception.way, client: self.client, status: reception.status, logger: logger)
        self.receiverStatus = reception.status
        self.webhook = reception.route
        self.webhookPath = reception.path
        self.rpc = JSONRPC.Server(
            methods: ServiceMethods(core: self.core).all,
            listeners: [
                Listener(.tcp(host: settings.rpc.host, port: settings.rpc.port), principal: "rpc:local"),
                Listener(.unix(path: Self.socketPath(in: settings.dataDirectory)), principal: "cli"),
            ], limits: .service, logger: logger)
        self.core.describeStatus { [weak self] in self?.status() }
    }

    /// The socket of the command line in a data directory.
    package static func socketPath(in dataDirectory: String) -> String {
        URL(fileURLWithPath: dataDirectory).appendingPathComponent("rpc.sock").path
    }

    /// Serves until the task is cancelled, a signal of `signals` comes, or a part fails.
    ///
    /// - Parameter onReady: called once, when calls are answered.
    /// - Throws: what the failing part threw.
    package func run(
        stoppingOn signals: [UnixSignal] = [], onReady: @escaping @Sendable (ServiceAddresses) -> Void
    ) async throws {
        let telegram = TelegramService(
            core: self.core, client: self.client, dispatcher: self.dispatcher, receiver: self.receiver,
            logger: self.logger, created: self.data.created
        ) { bot in
            await self.ready(bot, onReady)
        }
        // Stopped in reverse order: first what takes orders in, last what writes them down.
        var group = ServiceGroupConfiguration(
            services: [
                .init(
                    service: JournalService(journal: self.journal), successTerminationBehavior: .gracefullyShutdownGroup
                ),
                .init(service: telegram, successTerminationBehavior: .ignore),
                .init(service: self.http, successTerminationBehavior: .gracefullyShutdownGroup),
                .init(
                    service: RPCService(server: self.rpc, waiters: self.core.tokenWaiters, grace: Self.rpcGrace),
                    successTerminationBehavior: .gracefullyShutdownGroup),
            ], gracefulShutdownSignals: signals, logger: self.logger)
        group.maximumGracefulShutdownDuration = .seconds(9)
        defer { self.journal.stop() }
        do {
            try await ServiceGroup(configuration: group).run()
        } catch {
            await self.client.shutDown()
            throw error
        }
        await self.client.shutDown()
    }

    private func ready(_ bot: BotProfile, _ onReady: @Sendable (ServiceAddresses) -> Void) async {
        guard let bound = try? await self.rpc.addresses, let tcp = bound.first, let unix = bound.last else { return }
        let http = await self.httpAddress.value
        self.health.set(.ready)
        onReady(ServiceAddresses(rpc: tcp.description, socket: unix.description, http: http, bot: bot))
    }

    private var http: some Service {
        let router = Router(context: ServiceRequestContext.self)
        if self.configuration.settings.http.servesStatus {
            StatusRoutes(core: self.core, health: self.health) {
                MetricsPage(self.status(), self.rpc.statistics).text
            }.add(to: router)
        }
        if let route = self.webhook, let path = self.webhookPath {
            router.post(RouterPath(path)) { try await route.respond(to: $0, $1) }
        }
        let settings = self.configuration.settings.http
        return Application(
            router: router,
            configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: nil),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? settings.port
                self.httpAddress.set(Endpoint.tcp(host: settings.host, port: port).description)
            }, logger: self.logger)
    }

    private func status() -> ServiceStatus {
        var status = ServiceStatus(log: self.data.log, bot: self.core.knownBot, store: self.core.store)
        status.logID = self.core.logID
        status.commandsWaiting = self.journal.waiting
        status.receiver = self.receiverStatus.snapshot
        status.dispatcher = self.dispatcher.status
        status.rebuild = self.core.rebuildProgress
        status.uptimeSeconds = Int64((ContinuousClock.now - self.began).components.seconds)
        return status
    }
}
