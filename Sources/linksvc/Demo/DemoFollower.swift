import EventLog
import JSON
import JSONRPC
import LinkService
import ServiceLifecycle
import TelegramSimulator

/// Tells the feed what is written in the log and what the bot sends.
final class DemoFollower: Sendable {
    private let feed: DemoFeed
    private let world: DemoWorld
    private let rings: AsyncStream<Void>
    private let bell: AsyncStream<Void>.Continuation

    init(feed: DemoFeed, world: DemoWorld) {
        self.feed = feed
        self.world = world
        (self.rings, self.bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Reads the log now, since something was done that it may tell of.
    func look() {
        self.bell.yield()
    }

    /// Follows until the task is cancelled. May be called once.
    ///
    /// - Throws: if the service gives no answer.
    func run(_ backend: DemoBackend) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await backend.connected { try await self.followLog($0) } }
            group.addTask { await self.followMessages() }
            group.addTask { try await self.tick() }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// `linksvc issue-token` in a terminal makes events that nobody here hears of.
    private func tick() async throws {
        while true {
            try await Task.sleep(for: DemoLimits.interval)
            self.look()
        }
    }

    private func followMessages() async {
        var last: UInt64 = 0
        while !Task.isCancelled {
            // Nothing within the time that a wait lasts is no reason to stop waiting.
            let messages = (try? await self.world.simulator.waitForMessages(after: last)) ?? []
            for message in messages {
                last = message.sequence
                if let shown = DemoMessage(message) { self.feed.add(shown) }
            }
            if !messages.isEmpty { self.look() }
        }
    }

    private func followLog(_ client: Client) async throws {
        let before = try Self.head(try await client.call("status").root, "status").seq
        try await self.resume(client)
        var next = max(1, before &- min(before, UInt64(DemoLimits.records)) + 1)
        for await _ in self.rings {
            var end: UInt64
            repeat {
                let page = try await self.read(client, from: next)
                // The chats of an earlier demo over the same data are gone, only its records are shown.
                self.show(page.records, after: before)
                self.feed.add(page.records, head: page.head)
                (next, end) = (page.next, page.head.seq)
            } while next <= end
        }
    }

    private func show(_ records: [Record], after seq: UInt64) {
        for record in records where record.seq > seq {
            guard let root = try? JSONDocument(record.bytes, limits: .tolerant).root,
                let message = DemoMessage(record: root)
            else { continue }
            self.feed.add(message, isFromLog: true)
        }
    }

    private func read(
        _ client: Client, from seq: UInt64
    ) async throws -> (records: [Record], next: UInt64, head: LogHead) {
        let all = EventQuery(from: seq, limit: DemoLimits.records, types: nil, user: nil, chat: nil)
        let page = try await client.call("readEvents", params: all.parameters(from: seq)).root
        guard let events = page["events"], let next = page["next"]?.uint64 else {
            throw UnreadableAnswer(method: "readEvents")
        }
        let records = events.elements.compactMap { event in
            event["seq"]?.uint64.map { Record(seq: $0, bytes: Array(event.text)) }
        }
        return (records, next, try Self.head(page, "readEvents"))
    }

    /// Data that was kept has links: their chats know the bot already.
    private func resume(_ client: Client) async throws {
        let links = try await client.call("listLinks", params: Array(#"{"limit":1000}"#.utf8)).root["links"]
        for link in links?.elements.map({ $0 }) ?? [] {
            guard let chat = link["chatId"]?.int64.flatMap(DemoChat.init) else { continue }
            try self.world.resume(chat, isActive: link["state"]?.string == "active")
        }
    }

    private static func head(_ answer: JSONValue, _ method: String) throws -> LogHead {
        guard let seq = answer["head"]?["seq"]?.uint64, let root = answer["head"]?["root"]?.string,
            let head = LogHead("\(seq):\(root)")
        else { throw UnreadableAnswer(method: method) }
        return head
    }
}
