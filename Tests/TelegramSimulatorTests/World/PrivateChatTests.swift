import JSON
import Testing

@testable import TelegramSimulator

@Suite struct PrivateChatTests {
    @Test func `pressing Start on a deep link sends Telegram's update, to the byte`() throws {
        var world = makeWorld()
        let id = world.updates.nextID
        let ann = Profile(firstName: "Ann", lastName: "Lee", username: "annlee")
        _ = try world.start(user: 7_012_345_678, payload: "Zm9v_-Q", profile: ann)
        let expected =
            "{\"update_id\":\(id),\n\"message\":{\"message_id\":1,\"from\":{\"id\":7012345678,\"is_bot\":false,"
            + "\"first_name\":\"Ann\",\"last_name\":\"Lee\",\"username\":\"annlee\",\"language_code\":\"en\"},"
            + "\"chat\":{\"id\":7012345678,\"first_name\":\"Ann\",\"last_name\":\"Lee\",\"username\":\"annlee\","
            + "\"type\":\"private\"},\"date\":1795204800,\"text\":\"/start Zm9v_-Q\","
            + "\"entities\":[{\"offset\":0,\"length\":6,\"type\":\"bot_command\"}]}}"
        #expect(world.updates.all.map { text($0.json) } == [expected])
    }

    @Test(arguments: [
        "with space", "ümlaut", "a=b", "", "_tgr_abc", String(repeating: "a", count: 65),
    ])
    func `a payload that apps do not pass on is left out`(payload: String) throws {
        var world = makeWorld()
        _ = try world.start(user: 1, payload: payload)
        #expect(try world.fetch().first?["message"]?["text"]?.string == "/start")
    }

    @Test func `a payload of 64 characters is passed on`() throws {
        var world = makeWorld()
        let payload = String(repeating: "aZ0_-xyz", count: 8)
        _ = try world.start(user: 1, payload: payload)
        #expect(try world.fetch().first?["message"]?["text"]?.string == "/start \(payload)")
    }

    @Test func `the first start comes without my_chat_member`() throws {
        var world = makeWorld()
        #expect(try world.start(user: 1, payload: nil).updateIDs.count == 1)
    }

    @Test func `blocking and unblocking tell the bot`() throws {
        var world = makeWorld()
        _ = try world.start(user: 1, payload: nil)
        _ = try world.block(user: 1)
        _ = try world.unblock(user: 1)
        let changes = try world.fetch().compactMap { $0["my_chat_member"] }
        #expect(changes.map { $0["old_chat_member"]?["status"]?.string } == ["member", "kicked"])
        #expect(changes.map { $0["new_chat_member"]?["status"]?.string } == ["kicked", "member"])
        #expect(changes.first?["new_chat_member"]?["until_date"]?.int64 == 0)
        #expect(changes.first?["new_chat_member"]?["user"]?["id"]?.int64 == world.bot.id)
        #expect(changes.first?["from"]?["id"]?.int64 == 1)
    }

    @Test func `starting again after a block unblocks first`() throws {
        var world = makeWorld()
        _ = try world.start(user: 1, payload: nil)
        _ = try world.block(user: 1)
        #expect(try world.start(user: 1, payload: "again").updateIDs.count == 2)
        let updates = try world.fetch().suffix(2)
        #expect(updates.first?["my_chat_member"]?["new_chat_member"]?["status"]?.string == "member")
        #expect(updates.last?["message"]?["text"]?.string == "/start again")
        #expect(world.users[1]?.state == .started)
    }

    @Test func `unblocking can press Start too`() throws {
        var world = makeWorld()
        _ = try world.start(user: 1, payload: nil)
        _ = try world.block(user: 1)
        #expect(try world.unblock(user: 1, start: true).updateIDs.count == 2)
    }

    @Test func `who has blocked the bot cannot type or block again`() throws {
        var world = makeWorld()
        _ = try world.start(user: 1, payload: nil)
        _ = try world.block(user: 1)
        #expect(throws: ActionRefusal.botIsBlocked(by: 1)) { try world.type("hi", user: 1) }
        #expect(throws: ActionRefusal.botIsBlocked(by: 1)) { try world.block(user: 1) }
        _ = try world.unblock(user: 1)
        #expect(throws: ActionRefusal.botIsNotBlocked(by: 1)) { try world.unblock(user: 1) }
    }

    @Test func `a deleted account does nothing any more`() throws {
        var world = makeWorld()
        _ = try world.start(user: 1, payload: nil)
        try world.deleteAccount(user: 1)
        #expect(throws: ActionRefusal.userIsDeactivated(1)) { try world.start(user: 1, payload: nil) }
        #expect(try world.fetch().count == 1)
    }

    @Test func `ids that no user can have are refused`() {
        var world = makeWorld()
        for id in [0, -5, 1 << 40] as [Int64] {
            #expect(throws: ActionRefusal.invalidID(id)) { try world.start(user: id, payload: nil) }
        }
    }

    @Test func `an edit is an edited_message with its date`() throws {
        var world = makeWorld()
        let number = try #require(try world.type("first", user: 1).messageID)
        world.wait(.seconds(3))
        _ = try world.edit(message: number, to: "second", user: 1)
        let edited = try #require(try world.fetch().last?["edited_message"])
        #expect(edited["message_id"]?.int64 == number)
        #expect(edited["text"]?.string == "second")
        #expect(edited["edit_date"]?.int64 == evening.seconds + 3)
        #expect(throws: ActionRefusal.unknownMessage(chat: 1, message: 99)) {
            try world.edit(message: 99, to: "x", user: 1)
        }
    }

    @Test func `a photo has sizes and a caption`() throws {
        var world = makeWorld()
        _ = try world.sendPhoto(user: 1, caption: "see /start")
        let message = try #require(try world.fetch().first?["message"])
        #expect(message["photo"]?.count == 3)
        #expect(message["text"] == nil)
        #expect(message["caption"]?.string == "see /start")
        #expect(message["caption_entities"]?[0]?["type"]?.string == "bot_command")
    }
}
