import ArgumentParser
import JSON

/// `linksvc issue-token USER`
struct IssueTokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue-token", abstract: "Make a link for a user to open in Telegram.",
        discussion: "An earlier token of the user for the same kind of chat becomes void.")

    @Argument(help: "Your own id of the user.")
    var user: String

    @Option(help: ArgumentHelp("How long the link works: 30 to 604800. (default: the service's)", valueName: "seconds"))
    var ttl: Int?

    @Option(help: ArgumentHelp("private or group. (default: private)", valueName: "kind"))
    var chat: String?

    @Option(help: ArgumentHelp("An object to keep with the link.", valueName: "json"))
    var context: String?

    @OptionGroup
    var client: ClientOptions

    func run() async throws {
        let context = try self.context.map { try JSONArgument.read($0, "--context") }
        let parameters = JSONWriter.object { writer in
            writer.member("userId", self.user)
            writer.member("ttlSeconds", self.ttl)
            writer.member("chat", self.chat)
            writer.member("context", raw: context?.minified)
        }
        let token = try await self.client.service().call("issueToken", parameters)
        try StandardOutput.print(self.client.json ? token.bytes : Array(Self.text(token.root).utf8))
    }

    /// What a person hands to the user.
    static func text(_ token: JSONValue) -> String {
        var lines = ["url      \(token["url"]?.string ?? "")", "command  \(token["command"]?.string ?? "")"]
        if let expiry = token["expiresAt"]?.string { lines.append("expires  \(expiry)") }
        if let id = token["tokenId"]?.string { lines.append("token    \(id)") }
        return lines.joined(separator: "\n")
    }
}
