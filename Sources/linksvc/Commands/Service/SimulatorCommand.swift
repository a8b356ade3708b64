import ArgumentParser
import LinkService
import Logging
import ServiceLifecycle
import TelegramSimulator
import UnixSignals

/// `linksvc simulator`
struct SimulatorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulator", abstract: "Run a Telegram Bot API for development and tests.",
        discussion: """
            Point a service at it: TELEGRAM_API_URL=http://127.0.0.1:8081 TELEGRAM_TOKEN=123456:simulator-token \
            linksvc serve. Users are moved through its control interface, for example: \
            curl -d '{"payload":"TOKEN"}' http://127.0.0.1:8081/control/users/7001/start
            """)

    @Option(help: ArgumentHelp("The port to listen on, on 127.0.0.1; 0 takes any.", valueName: "port"))
    var port = 8_081

    @Option(help: ArgumentHelp("The bot's token.", valueName: "token"))
    var token = SimulatorConfiguration().token

    @Option(help: ArgumentHelp("What all random choices follow from.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("How much faster time passes between repeated webhook deliveries.", valueName: "factor"))
    var speed = 1.0

    @Flag(help: "Answer 429 where Telegram would.")
    var rateLimits = false

    @Flag(help: "Refuse webhook addresses that Telegram would refuse.")
    var strict = false

    func validate() throws {
        guard (0...65_535).contains(self.port) else { throw ValidationError("--port is 0 to 65535") }
        guard self.speed > 0 else { throw ValidationError("--speed is more than 0") }
    }

    func run() async throws {
        var configuration = SimulatorConfiguration()
        configuration.port = self.port
        configuration.token = self.token
        configuration.seed = self.seed
        configuration.timeScale = 1 / self.speed
        configuration.isLocal = !self.strict
        configuration.rateLimits = self.rateLimits ? RateLimits() : nil
        let logger = Logger(label: "simulator")
        let simulator = Simulator(configuration, logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: SimulatorService(simulator: simulator) { try? StandardOutput.print("ready \($0)") })
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        do {
            try await group.run()
        } catch {
            throw ServiceFailure(error).told()
        }
    }
}

/// The simulator as a part of a process.
struct SimulatorService: Service {
    let simulator: Simulator
    let onReady: @Sendable (String) -> Void

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await self.simulator.run() }
                group.addTask { self.onReady(try await self.simulator.address().url) }
                try await group.waitForAll()
            }
        }
    }
}
