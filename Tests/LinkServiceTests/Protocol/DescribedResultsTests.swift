import EventLog
import JSON
import JSONRPC
import Linking
import TelegramBot
import Testing

@testable import LinkService

/// What the service writes, with all members it can have, against what the document says.
@Suite struct DescribedResultsTests {
    private static let time = Timestamp(milliseconds: 1_795_205_779_123)

    private static func id<Subject>() -> Identifier<Subject> { Identifier(high: 0x01A1_FA99_2311_73A9, low: 1 << 63) }

    /// What of `json` the schema that `find` names does not allow or does not name.
    private func strays(_ json: [UInt8], _ find: (JSONValue) -> JSONValue?) throws -> [String] {
        let document = try JSONDocument(OpenRPCDocument.bytes).root
        let schema = try #require(find(document))
        let value = try JSONDocument(json).root
        let check = SchemaCheck(root: document)
        return check.faults(value, schema) + check.undescribed(value, schema)
    }

    private func component(_ name: String) -> (JSONValue) -> JSONValue? {
        { $0["components"]?["schemas"]?[name] }
    }

    private func result(_ name: String) -> (JSONValue) -> JSONValue? {
        { $0["methods"]?.elements.first { $0["name"]?.string == name }?["result"]?["schema"] }
    }

    @Test(arguments: [Breaker.State.closed, .open(until: time), .probing])
    func `all that status tells is described`(breaker: Breaker.State) throws {
        let world = try JournalWorld()
        let bot = BotProfile(id: 1, username: "example_bot")
        var status = ServiceStatus(log: world.log, bot: bot, store: world.journal.store)
        status.logID = "log"
        status.rebuild = (1, 2)
        status.receiver = ReceiverStatus(mode: .webhook).snapshot
        status.receiver?.lastError = "timeout"
        status.receiver?.lastErrorAt = Self.time.milliseconds
        status.receiver?.lastUpdateAt = Self.time.milliseconds
        var dispatcher = DispatcherStatus()
        dispatcher.breaker = breaker
        dispatcher.pausedUntil = Self.time
        dispatcher.lastError = DispatcherStatus.Trouble(at: Self.time, text: "Bad Gateway")
        status.dispatcher = dispatcher
        #expect(try self.strays(JSONWriter.object { status.write(to: &$0) }, self.result("status")) == [])
    }

    @Test(arguments: [Link.State.active, .suspended(reason: "blocked"), .revoked(reason: "user")])
    func `all that is told of a link is described`(state: Link.State) throws {
        let chat = Chat(
            id: ChatID(-5), type: "supergroup", username: "ops", firstName: "Ada", threadID: 3, language: "en")
        let confirmed = LinkConfirmed(
            linkID: Self.id(), proof: .token(Self.id()), userID: UserID(stored: "u-42"), chat: chat, context: nil)
        var link = Link(confirmed, at: Self.time)
        link.state = state
        var writer = JSONWriter()
        writer.link(link)
        #expect(try self.strays(writer.bytes, self.component("Link")) == [])
    }

    @Test(arguments: [
        Notification.State.queued, .sending, .deferred(notBefore: time, reason: "rateLimited"), .sent(messageID: 17),
        .failed(reason: "rejected"), .expired, .cancelled, .uncertain(reason: "answerLost"),
    ])
    func `all that is told of a notification is described`(state: Notification.State) throws {
        let requested = NotificationRequested(
            notificationID: Self.id(), linkID: Self.id(), userID: UserID(stored: "u-42"), chatID: ChatID(7001),
            threadID: nil, message: Message(text: "hi"), delivery: Delivery(), kind: .notify)
        var notification = Notification(requested, seq: 1, at: Self.time)
        notification.state = state
        let json = JSONWriter.object { $0.members(of: notification, at: Self.time) }
        #expect(try self.strays(json, self.component("Notification")) == [])
    }

    @Test func `all that rebuild tells is described`() throws {
        var differences = ProjectionComparison.Differences()
        differences.examples = ["6c00"]
        let report = RebuildReport(events: 1, generation: 2, isSwitched: true, differences: differences)
        #expect(try self.strays(JSONWriter.object { report.write(to: &$0) }, self.result("rebuild")) == [])
    }
}
