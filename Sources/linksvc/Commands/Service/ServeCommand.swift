import ArgumentParser
import Foundation
import LinkService
import Logging
import UnixSignals

/// `linksvc serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Run the service.",
        discussion: """
            Settings come from flags, then the environment, then .env, then --config, then defaults. The bot's token \
            is TELEGRAM_TOKEN, or the file that TELEGRAM_TOKEN_FILE names. Prints a line "ready" with the addresses \
            once it answers calls. SIGTERM and SIGINT stop it within 10 seconds.
            """)

    @OptionGroup
    var options: ServiceOptions

    func run() async throws {
        let settings: Settings
        let warnings: [String]
        do throws(SettingsFailure) {
            (settings, warnings) = try self.options.settings(environment: ProcessInfo.processInfo.environment)
        } catch {
            error.warnings.forEach { StandardError.print("warning: \($0)") }
            StandardError.print("\(error)")
            throw ExitStatus.configuration.exit
        }
        LineLogHandler.bootstrap(settings.logging, redactor: Redactor(settings.secrets))
        let logger = Logger(label: "linksvc")
        for warning in warnings { logger.warning("\(warning)") }
        do {
            let service = try LinkService(ServiceConfiguration(settings: settings), logger: logger)
            try await service.run(stoppingOn: [.sigterm, .sigint]) { addresses in
                // Whoever started us waits for this line; if it cannot be written, nobody does.
                try? StandardOutput.print(Self.readyLine(addresses))
            }
        } catch {
            throw ServiceFailure(error).told()
        }
    }

    static func readyLine(_ addresses: ServiceAddresses) -> String {
        "ready rpc=\(addresses.rpc) http=\(addresses.http) socket=\(addresses.socket) bot=@\(addresses.bot.username)"
    }
}

extension Settings {
    /// What must not stand in any log line.
    var secrets: [Secret] {
        switch self.receiving {
        case .polling: [self.telegram.token]
        case .webhook(let webhook): [self.telegram.token] + [webhook.secret].compactMap { $0 }
        }
    }
}
