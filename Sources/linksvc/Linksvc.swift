import ArgumentParser
import LinkService

/// The command line.
@main
struct Linksvc: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "linksvc",
        abstract: "Links the users of an application to their Telegram chats, and sends them notifications.",
        discussion: """
            Try it without a bot and without a network: linksvc demo

            Exit status: 0 ok, 1 negative answer, 64 usage, 65 damaged data, 66 no such file, 67 not linked, \
            69 service or Telegram unreachable, 70 a bug, 74 I/O error or disk full, 75 try again, 77 not allowed, \
            78 configuration, 130 interrupted.
            """,
        version: ServiceStatus.version,
        groupedSubcommands: [
            CommandGroup(
                name: "Service:", subcommands: [ServeCommand.self, DemoCommand.self, SimulatorCommand.self]),
            CommandGroup(
                name: "Calls:",
                subcommands: [
                    IssueTokenCommand.self, NotifyCommand.self, LinksCommand.self, StatusCommand.self, CallCommand.self,
                ]),
            CommandGroup(
                name: "Log:", subcommands: [ReplayCommand.self, VerifyCommand.self, RebuildCommand.self]),
        ])
}
