import ArgumentParser
import LinkService
import Logging
import TelegramSimulator
import UnixSignals

/// `linksvc demo`
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "The service with a simulated Telegram and a chat window in the browser.",
        discussion: """
            Needs no bot and no network, and listens on this machine only. Prints the address of the page, and what to \
            type in a second terminal. No setting of the environment or of a file counts. Control-C ends it.
            """)

    @Option(
        help: ArgumentHelp("The page's port; 0 takes any. (default: 7480, or any if it is taken)", valueName: "port"))
    var port: Int?

    @Option(help: ArgumentHelp("The JSON-RPC port. (default: 7410, or any if it is taken)", valueName: "port"))
    var rpcPort: Int?

    @Option(help: ArgumentHelp("Keep the data in this directory. (default: a temporary one)", valueName: "dir"))
    var dataDir: String?

    func validate() throws {
        for (name, port) in [("port", self.port), ("rpc-port", self.rpcPort)] {
            guard (0...65_535).contains(port ?? 0) else { throw ValidationError("--\(name) is 0 to 65535") }
        }
    }

    func run() async throws {
        for port in [self.port, self.rpcPort] {
            guard let port, await !DemoPort.isFree(port) else { continue }
            StandardError.print("linksvc: port \(port) is taken; name another, or none, to take a free one")
            throw ExitStatus.configuration.exit
        }
        LineLogHandler.bootstrap(
            LogSettings(level: .warning), redactor: Redactor([Secret(SimulatorConfiguration().token)]))
        do {
            let directory = try DemoDirectory(named: self.dataDir)
            defer { directory.remove() }
            let demo = Demo(
                directory: directory, port: self.port, rpcPort: self.rpcPort, logger: Logger(label: "linksvc"))
            try await demo.run(stoppingOn: [.sigterm, .sigint]) { addresses in
                let instructions = DemoInstructions(program: Self.program, directory: directory, addresses: addresses)
                // Whoever started us reads this; if it cannot be written, nobody does.
                try? StandardOutput.print(instructions.text)
            }
        } catch {
            throw ServiceFailure(error).told()
        }
    }

    /// How a second terminal calls this program.
    private static var program: String {
        let name = CommandLine.arguments.first ?? "linksvc"
        return name.contains("/") ? name : "linksvc"
    }
}
