import ArgumentParser
import JSON
import JSONRPC

/// `linksvc notify USER TEXT`
struct NotifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notify", abstract: "Send a message to a user's linked chats.",
        usage: """
            linksvc notify <user> <text> [<options>]
            linksvc notify --link <link-id> <text> [<options>]
            """,
        discussion: "A text of - is read from standard input. Exit status 67: the user has no active link.")

    @Argument(help: ArgumentHelp("The user and the text; with --link, the text alone.", valueName: "user> <text"))
    var words: [String]

    @Option(help: ArgumentHelp("Send to this link instead of a user.", valueName: "link-id"))
    var link: String?

    @Option(help: ArgumentHelp("urgent, normal or bulk. (default: normal)", valueName: "lane"))
    var lane: String?

    @Option(help: ArgumentHelp("HTML, MarkdownV2 or Markdown. (default: plain text)", valueName: "mode"))
    var parseMode: String?

    @Option(help: ArgumentHelp("Do nothing if this key was used for the same message before.", valueName: "key"))
    var key: String?

    @Option(help: ArgumentHelp("Give up if it is not sent by then.", valueName: "seconds"))
    var expiresIn: Int?

    @Option(help: ArgumentHelp("Send it then (RFC 3339).", valueName: "time"))
    var sendAt: String?

    @Option(help: ArgumentHelp("If Telegram's answer is lost: drop or resend. (default: drop)", valueName: "what"))
    var onUncertain: String?

    @Flag(help: "Deliver without a sound.")
    var silent = false

    @Flag(help: "Forbid forwarding and saving.")
    var protect = false

    @Flag(help: "Show no preview of links in the text.")
    var noPreview = false

    @Flag(help: "Wait until it is sent; exit status 1 if it is not, 75 if that takes too long.")
    var wait = false

    @Option(help: ArgumentHelp("How long --wait waits.", valueName: "seconds"))
    var timeout = 60

    @OptionGroup
    var client: ClientOptions

    func validate() throws {
        guard self.words.count == (self.link == nil ? 2 : 1) else {
            throw ValidationError(self.link == nil ? "give a user and a text" : "with --link, give the text alone")
        }
        guard (1...86_400).contains(self.timeout) else { throw ValidationError("--timeout is not from 1 to 86400") }
    }

    func run() async throws {
        let parameters = try self.parameters()
        let result = try await self.client.service().connected { client in
            let accepted = try await client.call("notify", params: parameters)
            guard self.wait else { return accepted }
            return try await NotificationWatch(client: client, seconds: self.timeout).outcome(of: accepted)
        }
        try StandardOutput.print(self.client.json ? result.bytes : Array(Self.text(result.root).utf8))
        guard self.wait else { return }
        try Self.exitStatus(result.root).map { throw $0.exit }
    }

    private func parameters() throws -> [UInt8] {
        let text = try self.text()
        return JSONWriter.object { writer in
            writer.member("userId", self.link == nil ? self.words[0] : nil)
            writer.member("linkId", self.link)
            writer.member("text", text)
            writer.member("parseMode", self.parseMode)
            writer.member("lane", self.lane)
            writer.member("idempotencyKey", self.key)
            writer.member("expiresInSeconds", self.expiresIn)
            writer.member("sendAt", self.sendAt)
            writer.member("onUncertain", self.onUncertain)
            writer.member("disableNotification", self.silent ? true : nil)
            writer.member("protectContent", self.protect ? true : nil)
            writer.member("disablePreview", self.noPreview ? true : nil)
        }
    }

    private func text() throws -> String {
        let word = self.words[self.words.count - 1]
        guard word == "-" else { return word }
        guard let text = String(validating: JSONArgument.standardInput(), as: UTF8.self) else {
            throw ValidationError("standard input is not UTF-8")
        }
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    /// A line for each message: its id, its state, and why.
    static func text(_ result: JSONValue) -> String {
        if let notifications = result["notifications"] {
            return notifications.elements.map(Self.line).joined(separator: "\n")
        }
        let state = result["state"]?.string ?? ""
        return (result["notificationIds"]?.elements.map { "\($0.string ?? "")  \(state)" } ?? []).joined(
            separator: "\n")
    }

    private static func line(_ notification: JSONValue) -> String {
        let words = [
            notification["notificationId"]?.string, notification["state"]?.string, notification["reason"]?.string,
        ]
        return words.compactMap { $0 }.map(TextTable.printable).joined(separator: "  ")
    }

    /// Nil if all were sent.
    static func exitStatus(_ result: JSONValue) -> ExitStatus? {
        let states = result["notifications"]?.elements.map { $0["state"]?.string ?? "" } ?? []
        if states.allSatisfy({ $0 == "sent" }) { return nil }
        return states.allSatisfy(NotificationWatch.isFinal) ? .negative : .tryAgain
    }
}
