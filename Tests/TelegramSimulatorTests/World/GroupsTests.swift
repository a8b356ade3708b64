import JSON
import Testing

@testable import TelegramSimulator

@Suite struct GroupsTests {
    private func world(_ kind: SimulatedGroup.Kind, bot: Bool = true) throws -> (World, Int64) {
        var world = makeWorld()
        let id = try world.createGroup(kind, title: "Ops").id
        if bot { _ = try world.addBot(to: id, by: 1) }
        _ = try world.fetch(["offset": "-1"])
        world.updates.removeAll()
        return (world, id)
    }

    @Test func `ids are of the kind's range`() throws {
        var world = makeWorld()
        for kind in SimulatedGroup.Kind.allCases {
            for _ in 0..<20 { #expect(kind.ids.contains(try world.createGroup(kind, title: "x").id)) }
        }
        #expect(throws: ActionRefusal.invalidID(-5)) { try world.createGroup(.supergroup, title: "x", id: -5) }
        _ = try world.createGroup(.group, title: "x", id: -5)
        #expect(throws: ActionRefusal.groupExists(-5)) { try world.createGroup(.group, title: "x", id: -5) }
    }

    @Test func `adding the bot is a my_chat_member and a service message`() throws {
        var (world, id) = try self.world(.supergroup, bot: false)
        _ = try world.addBot(to: id, by: 1)
        let updates = try world.fetch()
        #expect(updates.first?["my_chat_member"]?["old_chat_member"]?["status"]?.string == "left")
        #expect(updates.first?["my_chat_member"]?["new_chat_member"]?["status"]?.string == "member")
        #expect(updates.last?["message"]?["new_chat_members"]?[0]?["id"]?.int64 == world.bot.id)
        #expect(updates.last?["message"]?["chat"]?["type"]?.string == "supergroup")
        #expect(throws: ActionRefusal.botIsMember(of: id)) { try world.addBot(to: id, by: 1) }
    }

    @Test func `removing the bot is kicked or left`() throws {
        var (world, id) = try self.world(.group)
        _ = try world.removeBot(from: id, by: 1, isBan: false)
        _ = try world.addBot(to: id, by: 1)
        _ = try world.removeBot(from: id, by: 1)
        let states = try world.fetch().compactMap { $0["my_chat_member"]?["new_chat_member"]?["status"]?.string }
        #expect(states == ["left", "member", "kicked"])
        #expect(try world.fetch().last?["message"]?["left_chat_member"]?["is_bot"]?.bool == true)
    }

    @Test func `starting in a group adds the bot and names it`() throws {
        var (world, id) = try self.world(.supergroup, bot: false)
        _ = try world.start(group: id, by: 1, payload: "spaceship")
        let message = try #require(try world.fetch().last?["message"])
        #expect(message["text"]?.string == "/start@simulator_bot spaceship")
        #expect(message["entities"]?[0]?["length"]?.int64 == 20)
        #expect(message["chat"]?["id"]?.int64 == id)
        #expect(world.groups[id]?.botState == .member)
        #expect(world.users[1]?.state == .seenInGroup)
    }

    @Test func `privacy mode shows the bot only what is meant for it`() throws {
        var (world, id) = try self.world(.supergroup)
        func isSeen(_ text: String) throws -> Bool { try !world.type(text, user: 1, in: id).updateIDs.isEmpty }
        #expect(try !isSeen("hello"))
        #expect(try !isSeen("/status"))
        #expect(try isSeen("/status@Simulator_Bot"))
        #expect(try !isSeen("/status@other_bot"))
        _ = try world.ask(.sendMessage, ["chat_id": "\(id)", "text": "hi"])
        #expect(try isSeen("/status"))
        #expect(try !isSeen("/status"))
        world.groups[id]?.botState = .administrator
        #expect(try isSeen("hello"))
    }

    @Test func `migrating sends both service messages and closes the old id`() throws {
        var (world, old) = try self.world(.group)
        let (new, _) = try world.migrate(group: old, by: 1)
        let messages = try world.fetch().compactMap { $0["message"] }
        #expect(messages.map { $0["migrate_to_chat_id"]?.int64 } == [new, nil])
        #expect(messages.map { $0["migrate_from_chat_id"]?.int64 } == [nil, old])
        #expect(messages.map { $0["chat"]?["id"]?.int64 } == [old, new])
        #expect(messages.last?["message_id"]?.int64 == 1)
        let refusal = APIError(
            400, "Bad Request: group chat was upgraded to a supergroup chat", migrateToChatID: new)
        #expect(world.refusal(.sendMessage, ["chat_id": "\(old)", "text": "x"]) == refusal)
        #expect(
            text(refusal.json)
                == #"{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup "#
                + #"chat","parameters":{"migrate_to_chat_id":\#(new)}}"#)
        #expect(try world.ask(.sendMessage, ["chat_id": "\(new)", "text": "x"])["chat"]?["id"]?.int64 == new)
        #expect(throws: ActionRefusal.groupIsGone(old)) { try world.migrate(group: old, by: 1) }
    }

    @Test func `a channel's post has no author`() throws {
        var (world, id) = try self.world(.channel)
        _ = try world.post("/start@simulator_bot CODE", in: id)
        let post = try #require(try world.fetch().first?["channel_post"])
        #expect(post["from"] == nil)
        #expect(post["sender_chat"]?["id"]?.int64 == id)
        #expect(post["chat"]?["type"]?.string == "channel")
        #expect(throws: ActionRefusal.wrongGroupKind(id)) { try world.type("x", user: 1, in: id) }
    }

    @Test func `messages are numbered per supergroup, and together in private chats and basic groups`() throws {
        var (world, supergroup) = try self.world(.supergroup)
        let first = try #require(world.groups[supergroup]).lastMessageID
        _ = try world.type("a", user: 1)
        _ = try world.type("b", user: 2)
        #expect(try world.type("c", user: 1).messageID == 3)
        #expect(try world.type("d", user: 1, in: supergroup).messageID == first + 1)
    }

    @Test func `a topic is named in what is said there`() throws {
        var (world, id) = try self.world(.supergroup)
        let thread = try world.openTopic(in: id)
        _ = try world.start(group: id, by: 1, payload: "x", thread: thread)
        let message = try #require(try world.fetch().last?["message"])
        #expect(message["message_thread_id"]?.int64 == thread)
        #expect(message["is_topic_message"]?.bool == true)
        let sent = try world.ask(
            .sendMessage, ["chat_id": "\(id)", "text": "x", "message_thread_id": "\(thread)"])
        #expect(sent["message_thread_id"]?.int64 == thread)
        try world.deleteTopic(thread, in: id)
        let refusal = world.refusal(
            .sendMessage, ["chat_id": "\(id)", "text": "x", "message_thread_id": "\(thread)"])
        #expect(refusal == .badRequest("message thread not found"))
    }
}
