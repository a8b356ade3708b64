import EventLog
import JSON
import TelegramSimulator
import Testing

@testable import linksvc

@Suite struct DemoFeedTests {
    private func feed() throws -> DemoFeed {
        let world = DemoWorld(Simulator())
        try world.populate()
        return DemoFeed(world: world)
    }

    private func changes(_ feed: DemoFeed, _ position: inout DemoFeed.Position) throws -> JSONValue {
        try JSONDocument(feed.changes(since: &position)).root
    }

    private func record(_ seq: UInt64) -> Record { Record(seq: seq, bytes: Array(#"{"seq":\#(seq)}"#.utf8)) }

    @Test func `a page is told everything first, and then only what is new`() throws {
        let feed = try self.feed()
        var position = DemoFeed.Position()
        feed.add([self.record(1), self.record(2)], head: .empty)
        #expect(try self.changes(feed, &position)["records"]?.count == 2)
        feed.add([self.record(3)], head: .empty)
        let records = try #require(try self.changes(feed, &position)["records"])
        #expect(records.elements.map { $0["seq"]?.uint64 } == [3])
        #expect(try self.changes(feed, &position)["records"]?.count == 0)
    }

    @Test func `a message that the log tells of never replaces the one that was written`() throws {
        let feed = try self.feed()
        var position = DemoFeed.Position()
        let told = DemoMessage(chat: .ann, id: 1, author: "Ann", text: "told", time: 0)
        let written = DemoMessage(chat: .ann, id: 1, author: "Ann", text: "written", time: 0)
        feed.add(told, isFromLog: true)
        feed.add(written)
        feed.add(told, isFromLog: true)
        let messages = try #require(try self.changes(feed, &position)["messages"])
        #expect(messages.elements.map { $0["text"]?.string } == ["written"])
    }

    @Test func `what is kept is bounded`() throws {
        let feed = try self.feed()
        var position = DemoFeed.Position()
        for seq in 1...UInt64(3 * DemoLimits.records) { feed.add([self.record(seq)], head: .empty) }
        for id in 1...Int64(2 * DemoLimits.messages) {
            feed.add(DemoMessage(chat: .ben, id: id, author: nil, text: "", time: 0))
        }
        let all = try self.changes(feed, &position)
        #expect(all["records"]?.count == DemoLimits.records)
        #expect(all["messages"]?.count == DemoLimits.messages)
    }

    @Test func `as many pages as are allowed wait for changes, until the feed is closed`() async throws {
        let feed = try self.feed()
        let pages = (0..<DemoLimits.pages).compactMap { _ in feed.changes() }
        #expect(pages.count == DemoLimits.pages)
        #expect(feed.changes() == nil)
        feed.close()
        for page in pages {
            var count = 0
            for await _ in page { count += 1 }
            #expect(count == 1)
        }
        #expect(feed.changes() == nil)
    }
}
