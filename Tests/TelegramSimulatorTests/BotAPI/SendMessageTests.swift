import JSON
import Testing

@testable import TelegramSimulator

@Suite struct SendMessageTests {
    /// A world in which user 1 has started the bot.
    private func world(_ change: (inout SimulatorConfiguration) -> Void = { _ in }) throws -> World {
        var world = makeWorld(change)
        _ = try world.start(user: 1, payload: nil)
        return world
    }

    @Test func `the answer is the message as users see it`() throws {
        var world = try self.world()
        let message = try world.ask(
            .sendMessage, ["chat_id": "1", "text": " <b>Hi</b> &amp; see /help ", "parse_mode": "html"])
        #expect(
            text(message.minified)
                == #"{"message_id":2,"from":{"id":123456,"is_bot":true,"first_name":"Simulator","#
                + #""username":"simulator_bot"},"chat":{"id":1,"first_name":"User 1","type":"private"},"#
                + #""date":1795204800,"text":"Hi & see /help","entities":[{"offset":0,"length":2,"type":"bold"},"#
                + #"{"offset":9,"length":5,"type":"bot_command"}]}"#)
    }

    @Test func `what was taken can be inspected`() throws {
        var world = try self.world()
        let markup = #"{ "inline_keyboard": [[{"text":"OK","callback_data":"a:1"}]] }"#
        try world.ask(
            .sendMessage,
            [
                "chat_id": "1", "text": "x", "reply_markup": markup, "disable_notification": "yes",
                "protect_content": "1",
            ])
        let message = try #require(world.messages[1])
        #expect(message.text == "x")
        #expect(message.chatID == 1)
        #expect(message.replyMarkup == #"{"inline_keyboard":[[{"text":"OK","callback_data":"a:1"}]]}"#)
        #expect(message.isSilent && message.isProtected)
        #expect(message.answer == .pending)
    }

    @Test func `the limit counts Unicode scalars`() throws {
        var world = try self.world()
        let most = String(repeating: "😀", count: 4_096)
        try world.ask(.sendMessage, ["chat_id": "1", "text": most])
        #expect(
            world.refusal(.sendMessage, ["chat_id": "1", "text": most + "x"]) == .badRequest("message is too long"))
        let marked = "<b>" + String(repeating: "x", count: 4_096) + "</b>"
        try world.ask(.sendMessage, ["chat_id": "1", "text": marked, "parse_mode": "HTML"])
        let bytes = String(repeating: "x", count: 32_769)
        #expect(world.refusal(.sendMessage, ["chat_id": "1", "text": bytes]) == .badRequest("text is too long"))
    }

    @Test(arguments: [
        (["text": ""], "message text is empty"),
        (["text": " \n "], "text must be non-empty"),
        (["text": "<b></b>", "parse_mode": "HTML"], "text must be non-empty"),
        (["text": "x", "parse_mode": "null"], "unsupported parse_mode"),
        (
            ["text": "1.5", "parse_mode": "MarkdownV2"],
            "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'"
        ),
        (["text": "x", "reply_markup": "null"], "object expected as reply markup"),
        (["text": "x", "reply_markup": "{"], "can't parse reply keyboard markup JSON object"),
        (["text": "x", "link_preview_options": "null"], "object expected as link preview options"),
        (["text": "x", "reply_parameters": "null"], "object expected as reply parameters"),
        (["text": "x", "reply_parameters": #"{"message_id":99}"#], "message to be replied not found"),
        (["text": "x", "message_thread_id": "1"], "message thread not found"),
        (["text": "x", "chat_id": ""], "chat_id is empty"),
        (["text": "x", "chat_id": "404"], "chat not found"),
        (["text": "x", "chat_id": "@nobody"], "chat not found"),
        (
            ["text": "x", "reply_markup": #"{"inline_keyboard":[[{"text":"a"}]]}"#],
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        ),
        (
            ["text": "x", "reply_markup": #"{"inline_keyboard":[[{"text":"a","url":"no url"}]]}"#],
            "inline keyboard button URL 'no url' is invalid: Wrong HTTP URL"
        ),
    ])
    func `a bad request is refused in Telegram's words`(parameters: [String: String], reason: String) throws {
        var world = try self.world()
        var given = Parameters()
        for (name, value) in parameters { given.add(name, Array(value.utf8)) }
        given.add("chat_id", Array("1".utf8))
        #expect(world.refusal(.sendMessage, given) == .badRequest(reason))
    }

    @Test func `a bad text is reported before a bad chat, and a bad chat before a long text`() throws {
        var world = try self.world()
        #expect(world.refusal(.sendMessage, ["chat_id": "404", "text": ""]) == .badRequest("message text is empty"))
        let long = String(repeating: "x", count: 5_000)
        #expect(world.refusal(.sendMessage, ["chat_id": "404", "text": long]) == .badRequest("chat not found"))
    }

    @Test func `callback data has 1 to 64 bytes`() throws {
        var world = try self.world()
        func markup(_ data: String) -> String {
            #"{"inline_keyboard":[[{"text":"a","callback_data":"\#(data)"}]]}"#
        }
        let most = String(repeating: "x", count: 64)
        try world.ask(.sendMessage, ["chat_id": "1", "text": "x", "reply_markup": markup(most)])
        for data in ["", most + "x"] {
            let refusal = world.refusal(.sendMessage, ["chat_id": "1", "text": "x", "reply_markup": markup(data)])
            #expect(refusal == .badRequest("BUTTON_DATA_INVALID"))
        }
    }

    @Test func `text that is not UTF-8 is refused`() throws {
        var world = try self.world()
        var parameters = Parameters(["chat_id": "1"])
        parameters.add("text", [0x61, 0xFF])
        #expect(world.refusal(.sendMessage, parameters) == .badRequest("strings must be encoded in UTF-8"))
    }

    @Test func `each state of a user has its answer`() throws {
        var world = makeWorld()
        try world.meet(user: 1)
        func refusal() -> APIError? { world.refusal(.sendMessage, ["chat_id": "1", "text": "x"]) }
        #expect(refusal() == .badRequest("chat not found"))
        let group = try world.createGroup(.group, title: "x").id
        _ = try world.addBot(to: group, by: 1)
        #expect(refusal() == .forbidden("bot can't initiate conversation with a user"))
        _ = try world.start(user: 1, payload: nil)
        #expect(refusal() == nil)
        _ = try world.block(user: 1)
        #expect(refusal() == .forbidden("bot was blocked by the user"))
        try world.deleteAccount(user: 1)
        #expect(refusal() == .forbidden("user is deactivated"))
        #expect(world.messages.taken == 1)
    }

    @Test(arguments: [
        (SimulatedGroup.Kind.group, "group chat"), (.supergroup, "supergroup chat"), (.channel, "channel chat"),
    ])
    func `each state of a group has its answer`(kind: SimulatedGroup.Kind, words: String) throws {
        var world = makeWorld()
        let id = try world.createGroup(kind, title: "x", username: "ops_room").id
        func refusal() -> APIError? { world.refusal(.sendMessage, ["chat_id": "\(id)", "text": "x"]) }
        #expect(refusal() == .forbidden("bot is not a member of the \(words)"))
        _ = try world.addBot(to: id, by: 1)
        #expect(refusal() == nil)
        try world.setCanSend(false, in: id)
        #expect(refusal() == .badRequest("not enough rights to send text messages to the chat"))
        _ = try world.removeBot(from: id, by: 1)
        #expect(refusal() == .forbidden("bot was kicked from the \(words)"))
        try world.deleteGroup(id)
        #expect(refusal() == .forbidden("the group chat was deleted"))
    }

    @Test func `a public group is found by its name, a user is not`() throws {
        var world = try self.world()
        try world.meet(user: 1, profile: Profile(firstName: "Ann", username: "annlee"))
        let id = try world.createGroup(.supergroup, title: "x", username: "Ops_Room").id
        _ = try world.addBot(to: id, by: 1)
        #expect(try world.ask(.sendMessage, ["chat_id": "@ops_room", "text": "x"])["chat"]?["id"]?.int64 == id)
        let refusal = world.refusal(.sendMessage, ["chat_id": "@annlee", "text": "x"])
        #expect(refusal == .badRequest("chat not found"))
    }

    @Test func `entities can be given, parse_mode overrides them`() throws {
        var world = try self.world()
        let entities = #"[{"type":"bold","offset":0,"length":2},{"type":"url","offset":0,"length":1}]"#
        let first = try world.ask(.sendMessage, ["chat_id": "1", "text": "abc", "entities": entities])
        #expect(first["entities"]?.count == 1)
        let second = try world.ask(
            .sendMessage, ["chat_id": "1", "text": "abc", "entities": entities, "parse_mode": "HTML"])
        #expect(second["entities"] == nil)
    }

    @Test func `sending too fast is answered 429 if that is asked for`() throws {
        var world = try self.world { $0.rateLimits = RateLimits() }
        for _ in 0..<3 { try world.ask(.sendMessage, ["chat_id": "1", "text": "x"]) }
        let refusal = world.refusal(.sendMessage, ["chat_id": "1", "text": "x"])
        #expect(refusal == .tooManyRequests(1))
        #expect(
            refusal.map { text($0.json) }
                == #"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 1","#
                + #""parameters":{"retry_after":1}}"#)
        world.wait(.seconds(1))
        try world.ask(.sendMessage, ["chat_id": "1", "text": "x"])
    }
}
