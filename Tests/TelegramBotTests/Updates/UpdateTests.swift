import JSON
import Testing

@testable import TelegramBot

struct UpdateTests {
    private func read(_ json: String, bot: String = "my_bot") throws -> Update {
        try #require(UpdateBody(Array(json.utf8))).update(for: bot)
    }

    @Test func `a private start is a command with its argument`() throws {
        let update = try self.read(
            """
            {"update_id":349871203,
            "message":{"message_id":41,"from":{"id":7012345678,"is_bot":false,"first_name":"Ann","last_name":"Lee",
            "username":"annlee","language_code":"en"},
            "chat":{"id":7012345678,"first_name":"Ann","last_name":"Lee","username":"annlee","type":"private"},
            "date":1764000000,"text":"/start Zm9v_-Q","entities":[{"offset":0,"length":6,"type":"bot_command"}]}}
            """)
        #expect(update.id == 349_871_203)
        #expect(update.kind == "message")
        #expect(update.event == .command(name: "start", botName: nil, argument: "Zm9v_-Q"))
        let chat = try #require(update.chat)
        #expect(chat.id == 7_012_345_678)
        #expect(chat.isPrivate)
        #expect([chat.firstName, chat.lastName, chat.username, chat.title] == ["Ann", "Lee", "annlee", nil])
        let from = try #require(update.from)
        #expect(from.id == 7_012_345_678)
        #expect(!from.isBot)
        #expect([from.firstName, from.lastName, from.username, from.languageCode] == ["Ann", "Lee", "annlee", "en"])
        #expect(update.threadID == nil)
    }

    @Test func `a start in a group names the bot`() throws {
        let update = try self.read(
            """
            {"update_id":1,"message":{"message_id":7,"from":{"id":7,"is_bot":false,"first_name":"Ann"},
            "chat":{"id":-1001234567890,"title":"Ops","type":"supergroup"},"date":1764000001,
            "text":"/start@my_bot spaceship","entities":[{"offset":0,"length":13,"type":"bot_command"}]}}
            """)
        #expect(update.event == .command(name: "start", botName: "my_bot", argument: "spaceship"))
        #expect(update.chat?.title == "Ops")
        #expect(update.chat?.isPrivate == false)
    }

    @Test(arguments: [
        ("private", "member", "kicked", UpdateEvent.blocked(status: "kicked")),
        ("private", "kicked", "member", .unblocked), ("group", "left", "member", .added),
        ("supergroup", "member", "administrator", .added),
        ("supergroup", "member", "kicked", .removed(status: "kicked")),
        ("channel", "administrator", "left", .removed(status: "left")), ("group", "member", "invented", .other),
    ])
    func `a change of the bot's membership says what became of the chat`(
        type: String, old: String, new: String, event: UpdateEvent
    ) throws {
        let bot = #""user":{"id":123456,"is_bot":true,"first_name":"My","username":"my_bot"}"#
        let update = try self.read(
            """
            {"update_id":2,"my_chat_member":{"chat":{"id":7012345678,"first_name":"Ann","type":"\(type)"},
            "from":{"id":7012345678,"is_bot":false,"first_name":"Ann"},"date":1764000100,
            "old_chat_member":{\(bot),"status":"\(old)"},"new_chat_member":{\(bot),"status":"\(new)","until_date":0}}}
            """)
        #expect(update.kind == "my_chat_member")
        #expect(update.event == event)
        #expect(update.chat?.id == 7_012_345_678)
        #expect(update.from?.id == 7_012_345_678)
    }

    @Test(arguments: [(true, UpdateEvent.added), (false, .removed(status: "restricted"))])
    func `a restricted bot is in the group if it says so`(isMember: Bool, event: UpdateEvent) throws {
        let update = try self.read(
            """
            {"update_id":2,"my_chat_member":{"chat":{"id":-1,"type":"supergroup"},
            "new_chat_member":{"status":"restricted","is_member":\(isMember)}}}
            """)
        #expect(update.event == event)
    }

    @Test func `a callback has its chat from the message and its user from the tap`() throws {
        let update = try self.read(
            """
            {"update_id":3,"callback_query":{"id":"1827364554463728190",
            "from":{"id":9,"is_bot":false,"first_name":"Bo"},"message":{"message_id":42,
            "from":{"id":123456,"is_bot":true,"first_name":"My"},"chat":{"id":-5,"type":"group",
            "title":"Ops"},"date":1764000050,"text":"…","reply_markup":{"inline_keyboard":[[{"text":"OK",
            "callback_data":"a:1"}]]}},"chat_instance":"-7482910475629103847","data":"a:1"}}
            """)
        #expect(update.event == .callback(id: "1827364554463728190", data: "a:1"))
        #expect(update.chat?.id == -5)
        #expect(update.from?.id == 9)
    }

    @Test func `both halves of a migration are told`() throws {
        let old = try self.read(
            """
            {"update_id":4,"message":{"message_id":9,"from":{"id":9,"is_bot":false,"first_name":"Bo"},
            "chat":{"id":-4001234567,"title":"Ops","type":"group"},"date":1,"migrate_to_chat_id":-1001234567890}}
            """)
        let new = try self.read(
            """
            {"update_id":5,"message":{"message_id":1,"from":{"id":9,"is_bot":false,"first_name":"Bo"},
            "chat":{"id":-1001234567890,"title":"Ops","type":"supergroup"},"date":1,"migrate_from_chat_id":-4001234567}}
            """)
        #expect(old.event == .migrated(to: -1_001_234_567_890))
        #expect(new.event == .migratedFrom(-4_001_234_567))
    }

    @Test func `a channel post has no author and may hold a command`() throws {
        let update = try self.read(
            """
            {"update_id":6,"channel_post":{"message_id":3,"sender_chat":{"id":-1009,"title":"News","type":"channel"},
            "chat":{"id":-1009,"title":"News","type":"channel"},"date":1,"text":"/start@My_Bot CODE",
            "entities":[{"offset":0,"length":13,"type":"bot_command"}]}}
            """)
        #expect(update.kind == "channel_post")
        #expect(update.from == nil)
        #expect(update.event == .command(name: "start", botName: "My_Bot", argument: "CODE"))
    }

    @Test func `a photo and an edited message are kept and mean nothing`() throws {
        let photo = try self.read(
            """
            {"update_id":7,"message":{"message_id":3,"from":{"id":9,"is_bot":false,"first_name":"Bo"},
            "chat":{"id":9,"type":"private","first_name":"Bo"},"date":1,
            "photo":[{"file_id":"x","width":90,"height":90}],
            "caption":"/start x","caption_entities":[{"offset":0,"length":6,"type":"bot_command"}]}}
            """)
        #expect(photo.event == .other)
        #expect(photo.chat?.id == 9)
        let edited = try self.read(
            """
            {"update_id":8,"edited_message":{"message_id":3,"from":{"id":9,"is_bot":false,"first_name":"Bo"},
            "chat":{"id":9,"type":"private","first_name":"Bo"},"date":1,"edit_date":2,"text":"/start x",
            "entities":[{"offset":0,"length":6,"type":"bot_command"}]}}
            """)
        #expect(edited.kind == "edited_message")
        #expect(edited.event == .other)
        #expect(edited.from?.id == 9)
    }

    @Test func `only a thread that is a topic is a place to answer in`() throws {
        func threadID(_ members: String) throws -> Int64? {
            try self.read(#"{"update_id":1,"message":{"chat":{"id":-1,"type":"supergroup"},"text":"x",\#(members)}}"#)
                .threadID
        }
        #expect(try threadID(#""message_thread_id":5,"is_topic_message":true"#) == 5)
        #expect(try threadID(#""message_thread_id":5"#) == nil)
        #expect(try threadID(#""message_thread_id":1,"is_topic_message":true"#) == nil)
    }

    @Test(arguments: [
        "null", "[]", "{}", "7", #""x""#, #"{"update_id":"7"}"#, #"{"update_id":1.5,"message":7}"#,
        #"{"message":[]}"#, #"{"":{}}"#, #"{"Not A Kind!":{}}"#,
    ])
    func `any JSON value is an update in which nothing happened`(json: String) throws {
        let update = try self.read(json)
        #expect(update == (try self.read("{}")))
        #expect(update.kind == Update.unknownKind)
    }

    @Test(arguments: [
        #"{"update_id":1,"message":{}}"#, #"{"update_id":1,"message":{"chat":{},"from":{},"text":7,"entities":{}}}"#,
        #"{"update_id":1,"message":{"text":null}}"#, #"{"update_id":1,"my_chat_member":{"new_chat_member":[]}}"#,
        #"{"update_id":1,"callback_query":{"id":7,"message":null}}"#,
        #"{"update_id":1,"what_comes_next":{"chat":{"id":"1"}}}"#,
    ])
    func `payloads of the wrong shape mean nothing`(json: String) throws {
        let update = try self.read(json)
        #expect(update.id == 1)
        #expect(update.event == .other)
        #expect(update.chat == nil)
    }

    @Test func `kinds unknown today keep their names, chats and people`() throws {
        let update = try self.read(#"{"x":{"chat":{"id":5,"type":"private"},"from":{"id":6}},"update_id":1}"#)
        #expect(update.kind == "x")
        #expect(update.chat?.id == 5)
        #expect(update.from?.id == 6)
    }
}
