import ArgumentParser

/// `linksvc demo`
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "The service with a simulated Telegram and a chat window in the browser.")

    func run() async throws {}
}
