import Foundation
import Synchronization
import TelegramSimulator

/// A directory with the data of one service, and the processes that were started for it.
final class TestHome: Sendable {
    static let token = "123456:simulator-token"

    /// Short, since a Unix socket's path may only have about a hundred bytes.
    let directory = "/tmp/linksvc-\(UUID().uuidString.prefix(8))"
    private let apiURL: String
    private let processes = Mutex<[LinksvcProcess]>([])

    /// Makes the directory. `apiURL`: where Telegram is.
    init(apiURL: String) throws {
        self.apiURL = apiURL
        try FileManager.default.createDirectory(atPath: self.directory, withIntermediateDirectories: true)
    }

    /// The data directory.
    var data: String { self.directory + "/data" }

    /// Everything that was written on standard error by any process.
    var allErrors: String { self.processes.withLock { $0 }.map(\.errors).joined() }

    /// Everything that was written on standard output by any process.
    var allOutput: String { self.processes.withLock { $0 }.map(\.written).joined() }

    /// Starts `linksvc serve` and waits until it is ready.
    func serve(_ settings: [String: String] = [:]) async throws -> RunningService {
        try await RunningService(try self.start(["serve"], settings))
    }

    /// Starts `linksvc` with `arguments`.
    func start(_ arguments: [String], _ settings: [String: String] = [:]) throws -> LinksvcProcess {
        let environment = self.environment.merging(settings) { $1 }
        let process = try self.processes.withLock { processes in
            let process = try LinksvcProcess(
                arguments, environment: environment, directory: self.directory,
                errorFile: "\(self.directory)/stderr-\(processes.count)")
            processes.append(process)
            return process
        }
        return process
    }

    /// Runs a command to its end.
    func run(_ arguments: String..., settings: [String: String] = [:]) async throws -> CommandResult {
        let process = try self.start(arguments, settings)
        let status = try await process.exit()
        return CommandResult(status: status, output: process.written, errors: process.errors)
    }

    /// Kills what still runs, and removes the directory.
    func remove() {
        for process in self.processes.withLock({ $0 }) { process.kill() }
        try? FileManager.default.removeItem(atPath: self.directory)
    }

    private var environment: [String: String] {
        [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
            "TELEGRAM_TOKEN": Self.token, "TELEGRAM_API_URL": self.apiURL, "LINKSVC_DATA_DIR": self.data,
            "LINKSVC_RPC_PORT": "0", "WEBHOOK_PORT": "0", "LINKSVC_SEND_RATE": "1000", "LINKSVC_CHAT_RATE": "1000",
        ]
    }
}

/// Runs a simulator, hands it to `body` with a home for a service that talks to it, and cleans up.
func withTelegram(
    _ change: (inout SimulatorConfiguration) -> Void = { _ in },
    _ body: (Simulator, TestHome) async throws -> Void
) async throws {
    var configuration = SimulatorConfiguration()
    configuration.token = TestHome.token
    change(&configuration)
    let simulator = Simulator(configuration)
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await simulator.run() }
        let home = try TestHome(apiURL: try await simulator.address().url)
        defer {
            home.remove()
            group.cancelAll()
        }
        try await body(simulator, home)
    }
}
