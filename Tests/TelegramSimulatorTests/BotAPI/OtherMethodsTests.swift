import JSON
import Testing

@testable import TelegramSimulator

@Suite struct OtherMethodsTests {
    @Test func `getMe has every flag`() throws {
        var world = makeWorld()
        let bot = try world.ask(.getMe)
        #expect(bot["username"]?.string == "simulator_bot")
        #expect(bot.members.count { $0.value.kind == .bool } == 10)
    }

    @Test func `commands are kept for each scope and language`() throws {
        var world = makeWorld()
        try world.ask(.setMyCommands, ["commands": #"[{"command":"/start","description":"Begin"}]"#])
        try world.ask(
            .setMyCommands,
            [
                "commands": #"[{"command":"start","description":"Anfang"}]"#, "language_code": "de",
                "scope": #"{"type":"all_private_chats"}"#,
            ])
        #expect(text(try world.ask(.getMyCommands).minified) == #"[{"command":"start","description":"Begin"}]"#)
        #expect(world.commands["all_private_chats:de"].map(text) == #"[{"command":"start","description":"Anfang"}]"#)
        try world.ask(.deleteMyCommands)
        #expect(try world.ask(.getMyCommands).count == 0)
    }

    @Test(arguments: [
        ("", "can't parse commands JSON object"), ("{}", "expected an Array of BotCommand"),
        (#"[{"command":"Start","description":"x"}]"#, "BOT_COMMAND_INVALID"),
        (#"[{"command":"start","description":""}]"#, "command description must be non-empty"),
        (
            #"[{"command":"abcdefghijklmnopqrstuvwxyzabcdefg","description":"x"}]"#,
            "command length must not exceed 32"
        ),
    ])
    func `a bad list of commands is refused`(commands: String, reason: String) {
        var world = makeWorld()
        #expect(world.refusal(.setMyCommands, ["commands": commands]) == .badRequest(reason))
    }

    @Test func `getChat knows whom the bot can read`() throws {
        var world = makeWorld()
        #expect(world.refusal(.getChat, ["chat_id": "1"]) == .badRequest("chat not found"))
        _ = try world.start(user: 1, payload: nil, profile: Profile(firstName: "Ann"))
        #expect(try world.ask(.getChat, ["chat_id": "1"])["first_name"]?.string == "Ann")
    }

    @Test func `a message is deleted once`() throws {
        var world = makeWorld()
        _ = try world.start(user: 1, payload: nil)
        try world.ask(.sendMessage, ["chat_id": "1", "text": "x"])
        #expect(try world.ask(.deleteMessage, ["chat_id": "1", "message_id": "2"]).bool == true)
        #expect(world.messages[1]?.isDeleted == true)
        #expect(
            world.refusal(.deleteMessage, ["chat_id": "1", "message_id": "2"])
                == .badRequest("message to delete not found"))
    }
}
