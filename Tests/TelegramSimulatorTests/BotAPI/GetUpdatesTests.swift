import JSON
import Testing

@testable import TelegramSimulator

@Suite struct GetUpdatesTests {
    /// A world in which user 1 typed that many texts, and the number of the first update.
    private func world(texts: Int) throws -> (World, first: Int64) {
        var world = makeWorld()
        let first = world.updates.nextID
        for number in 0..<texts { _ = try world.type("text \(number)", user: 1) }
        return (world, first)
    }

    @Test func `a new queue starts at a random number of Telegram's range`() throws {
        for seed in 1...50 as ClosedRange<UInt64> {
            let id = makeWorld { $0.seed = seed }.updates.nextID
            #expect(UpdateQueue.startIDs.contains(id), "seed \(seed)")
        }
    }

    @Test func `without an offset nothing is confirmed`() throws {
        var (world, first) = try self.world(texts: 2)
        #expect(try world.fetchIDs() == [first, first + 1])
        #expect(try world.fetchIDs() == [first, first + 1])
    }

    @Test func `a positive offset confirms everything below it`() throws {
        var (world, first) = try self.world(texts: 3)
        #expect(try world.fetchIDs(["offset": "\(first + 2)"]) == [first + 2])
        #expect(try world.fetchIDs() == [first + 2])
    }

    @Test func `a negative offset keeps only that many of the newest`() throws {
        var (world, first) = try self.world(texts: 3)
        #expect(try world.fetchIDs(["offset": "-1"]) == [first + 2])
        #expect(try world.fetchIDs() == [first + 2])
    }

    @Test func `an offset far off confirms nothing`() throws {
        var (world, first) = try self.world(texts: 2)
        #expect(try world.fetchIDs(["offset": "\(first + 12)"]) == [first, first + 1])
        #expect(try world.fetchIDs(["offset": "\(first - 100_001)"]) == [first, first + 1])
        #expect(try world.fetchIDs(["offset": "\(first + 11)"]) == [])
    }

    @Test func `after the numbers fell an old offset still gets what is new`() throws {
        var (world, first) = try self.world(texts: 1)
        _ = try world.fetch(["offset": "\(first + 1)"])
        let next = try world.renumberUpdates(next: 42)
        _ = try world.type("after an idle week", user: 1)
        #expect(try world.fetchIDs(["offset": "\(first + 1)"]) == [next])
    }

    @Test func `the limit is clamped to 1 to 100`() throws {
        var (world, _) = try self.world(texts: 101)
        #expect(try world.fetch().count == 100)
        #expect(try world.fetch(["limit": "1000"]).count == 100)
        #expect(try world.fetch(["limit": "-5"]).count == 1)
        #expect(try world.fetch(["limit": "7up"]).count == 7)
    }

    @Test func `an answer is cut at four mebibytes`() throws {
        var world = makeWorld()
        let long = String(repeating: "x", count: 3 << 20)
        for _ in 0..<3 { _ = try world.inject(Array("{\"message\":{\"text\":\"\(long)\"}}".utf8)) }
        #expect(try world.fetch().count == 1)
    }

    @Test func `a poll of an empty queue waits, 50 seconds at most`() throws {
        var world = makeWorld()
        #expect(try world.poll(Parameters(["timeout": "30"])) == .wait(.seconds(30)))
        #expect(try world.poll(Parameters(["timeout": "600"])) == .wait(.seconds(50)))
        #expect(try world.poll(Parameters(["timeout": "-1"])) == .answer(Array("[]".utf8)))
    }

    @Test func `messages wait a day and callbacks 150 seconds`() throws {
        var world = makeWorld()
        _ = try world.start(user: 1, payload: nil)
        let markup = #"{"inline_keyboard":[[{"text":"OK","callback_data":"a"}]]}"#
        let message = try world.ask(.sendMessage, ["chat_id": "1", "text": "?", "reply_markup": markup])
        _ = try world.tap(user: 1, chat: 1, message: try #require(message["message_id"]?.int64), data: nil)
        world.wait(.seconds(149))
        #expect(try world.fetch().count == 2)
        world.wait(.seconds(1))
        #expect(try world.fetch().count == 1)
        world.wait(.seconds(86_400 - 150))
        #expect(try world.fetch().isEmpty)
    }

    @Test func `allowed_updates stays until it is given again`() throws {
        var world = makeWorld()
        _ = try world.poll(Parameters(["allowed_updates": #"["MY_CHAT_MEMBER"]"#]))
        _ = try world.start(user: 1, payload: nil)
        _ = try world.fetch(["allowed_updates": "nonsense"])
        _ = try world.block(user: 1)
        #expect(try world.fetch().map { $0["my_chat_member"] != nil } == [true])
        _ = try world.fetch(["allowed_updates": "[]"])
        _ = try world.start(user: 1, payload: nil)
        #expect(try world.fetch().count == 3)
    }

    @Test func `allowed_updates of unknown names means the standard`() throws {
        var world = makeWorld()
        _ = try world.fetch(["allowed_updates": #"["no_such_kind"]"#])
        #expect(world.allowedUpdates.kinds == UpdateKind.standard)
        #expect(!UpdateKind.standard.contains(.chatMember))
    }

    @Test func `while a webhook is set it is a conflict`() throws {
        var world = makeWorld()
        try world.ask(.setWebhook, ["url": "http://localhost:8000/hook"])
        let expected = APIError(
            409,
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
        #expect(throws: expected) { try world.poll(Parameters()) }
    }

    @Test func `the answer has Telegram's line break`() throws {
        var world = makeWorld()
        let id = world.updates.nextID
        _ = try world.start(user: 1, payload: nil)
        guard case .answer(let batch) = try world.poll(Parameters()) else {
            Issue.record("it waits")
            return
        }
        #expect(text(batch).hasPrefix("[{\"update_id\":\(id),\n\"message\":{\"message_id\":1,"))
    }
}
