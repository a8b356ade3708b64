import ArgumentParser
import EventLog
import Foundation
import JSON
import LinkService

/// `linksvc replay`
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Print the log's records, as they are stored, one a line.",
        discussion: """
            It reads through the service if one runs, and else a private copy of the data directory; it changes and \
            sends nothing. The lines are the leaves of the Merkle tree whose root "linksvc status" prints.
            """)

    /// How a record is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case jsonl, cloudevents, text
    }

    @Option(help: ArgumentHelp("The first record.", valueName: "seq"))
    var from: UInt64 = 1

    @Option(help: ArgumentHelp("The last record. (default: the newest)", valueName: "seq"))
    var to: UInt64?

    @Option(
        help: ArgumentHelp("Only records of this type, such as link.confirmed; may be repeated.", valueName: "type"))
    var type: [String] = []

    @Option(help: ArgumentHelp("Only records about this user of the application.", valueName: "user"))
    var user: String?

    @Option(help: ArgumentHelp("Only records about this chat.", valueName: "chat"))
    var chat: Int64?

    @Flag(help: "Print personal parts opened. (In format 0 of the log none are sealed.)")
    var open = false

    @Flag(help: "Go on with new records as they come; needs a running service.")
    var follow = false

    @Option(help: "How to print: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = Format.jsonl

    @OptionGroup
    var client: ClientOptions

    func validate() throws {
        guard self.from >= 1 else { throw ValidationError("--from is 1 or more") }
        if let to = self.to, to < self.from { throw ValidationError("--to is before --from") }
        for type in self.type where EventName(rawValue: type) == nil {
            throw ValidationError("there is no event type \(type.debugDescription)")
        }
    }

    func run() async throws {
        let source = try await RecordSource.open(self.client, command: "linksvc replay")
        let query = EventQuery(
            from: self.from, limit: 1_000, types: self.type.isEmpty ? nil : Set(self.type), user: self.user,
            chat: self.chat)
        var printer = RecordPrinter(format: self.format)
        do {
            var next = self.from
            repeat {
                let head = try await source.head().seq
                let last = min(self.to ?? head, head)
                if next <= last {
                    try await source.forEach(from: next, through: last, filter: query) { try printer.print($0) }
                    next = last + 1
                }
                try printer.flush()
                guard self.follow, next <= self.to ?? .max else { return }
                guard case .online = source else {
                    StandardError.print("linksvc: no service is running, so nothing new comes: --follow ends here")
                    throw ExitStatus.unavailable.exit
                }
                try await Task.sleep(for: .milliseconds(250))
            } while true
        } catch let exit as ExitCode {
            throw exit
        } catch {
            throw ServiceFailure(error).told()
        }
    }
}
