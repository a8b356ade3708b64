import ArgumentParser
import JSON
import JSONRPC

/// `linksvc links`
struct LinksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links", abstract: "List the links: which user has which chat.",
        discussion: "Without --state: active and suspended ones.")

    @Option(help: ArgumentHelp("Only this user's.", valueName: "user"))
    var user: String?

    @Option(help: ArgumentHelp("Only this chat's.", valueName: "chat-id"))
    var chat: Int64?

    @Option(help: ArgumentHelp("Only those that are active, suspended or revoked.", valueName: "state"))
    var state: String?

    @Flag(help: "List all, however many there are. (default: the first 100)")
    var all = false

    @OptionGroup
    var client: ClientOptions

    func run() async throws {
        let pages = try await self.client.service().connected { try await self.pages(from: $0) }
        let links = pages.flatMap { Array($0.root["links"]?.elements.map { $0 } ?? []) }
        if self.client.json {
            for link in links { try StandardOutput.print(link.minified) }
        } else {
            try StandardOutput.print(Self.table(links))
        }
        guard let last = pages.last, last.root["nextCursor"] != nil else { return }
        StandardError.print("linksvc: these are the first \(links.count); --all lists the rest")
    }

    private func pages(from client: Client) async throws -> [JSONDocument] {
        var pages: [JSONDocument] = []
        var cursor: String?
        repeat {
            let parameters = JSONWriter.object { writer in
                writer.member("userId", self.user)
                writer.member("chatId", self.chat)
                writer.member("state", self.state)
                writer.member("limit", self.all ? 1_000 : nil)
                writer.member("cursor", cursor)
            }
            let page = try await client.call("listLinks", params: parameters)
            cursor = page.root["nextCursor"]?.string
            pages.append(page)
        } while self.all && cursor != nil
        return pages
    }

    /// The links for a person.
    static func table(_ links: [JSONValue]) -> String {
        var table = TextTable(["USER", "CHAT", "TYPE", "STATE", "NAME", "LINKED", "LINK"])
        for link in links {
            let state = [link["state"]?.string, link["reason"]?.string].compactMap { $0 }.joined(separator: ": ")
            table.add([
                link["userId"]?.string, link["chatId"]?.int64.map { "\($0)" }, link["chatType"]?.string, state,
                link["username"]?.string.map { "@\($0)" } ?? link["firstName"]?.string, link["linkedAt"]?.string,
                link["linkId"]?.string,
            ])
        }
        return table.text
    }
}
