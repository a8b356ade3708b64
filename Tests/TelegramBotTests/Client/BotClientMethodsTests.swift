import JSON
import Testing

@testable import TelegramBot

struct BotClientMethodsTests {
    @Test func `getMe tells who the bot is`() async throws {
        let me = """
            {"id":123456789,"is_bot":true,"first_name":"My","username":"my_bot","can_join_groups":true,
            "can_read_all_group_messages":false,"something_new":[1]}
            """
        try await ScriptedServer.run([.ok(me)]) { server in
            try await withClient(server.url) { client in
                let identity = try await client.getMe()
                #expect(identity.id == 123_456_789)
                #expect(identity.username == "my_bot")
                #expect(identity.canJoinGroups)
                #expect(!identity.canReadAllGroupMessages)
            }
        }
    }

    @Test func `the first poll has no offset, later ones have`() async throws {
        try await ScriptedServer.run([.ok(#"[{"update_id":7,"message":{}}, {"update_id":8}]"#), .ok("[]")]) { server in
            try await withClient(server.url) { client in
                let batch = try await client.getUpdates(
                    offset: nil, limit: 100, timeout: .seconds(50), allowedUpdates: ["message"])
                #expect(batch.map(\.updateID) == [7, 8])
                _ = try await client.getUpdates(offset: 9, limit: 1, timeout: .zero, allowedUpdates: [])
                #expect(
                    server.requests.map(\.body) == [
                        #"{"limit":100,"timeout":50,"allowed_updates":["message"]}"#,
                        #"{"offset":9,"limit":1,"timeout":0,"allowed_updates":[]}"#,
                    ])
            }
        }
    }

    @Test func `an update that the strict reader refuses spoils no batch`() async throws {
        let deep = String(repeating: "[", count: 2000) + String(repeating: "]", count: 2000)
        let batch =
            #"""
            [{"update_id":1,"message":{"text":"\ud800"}},{"update_id":2,"x":{"a":1,"a":2}},
            {"update_id":3,"y":\#(deep)},{"update_id":4}]
            """#
        try await ScriptedServer.run([.ok(batch)]) { server in
            try await withClient(server.url) { client in
                let updates = try await client.getUpdates(offset: nil, limit: 9, timeout: .zero, allowedUpdates: [])
                #expect(updates.map(\.updateID) == [1, 2, 3, 4])
                #expect(updates.map(\.form) == [.quoted, .quoted, .quoted, .verbatim])
            }
        }
    }

    @Test func `commands are registered for everybody and for one language`() async throws {
        try await ScriptedServer.run([.ok("true"), .ok("true")]) { server in
            try await withClient(server.url) { client in
                try await client.setMyCommands([BotCommand(name: "help", description: "What is this?")])
                try await client.setMyCommands([], languageCode: "de")
                #expect(
                    server.requests.map(\.body) == [
                        #"{"commands":[{"command":"help","description":"What is this?"}]}"#,
                        #"{"commands":[],"language_code":"de"}"#,
                    ])
            }
        }
    }

    @Test func `a callback is answered by its id`() async throws {
        try await ScriptedServer.run([.ok("true")]) { server in
            try await withClient(server.url) { client in
                try await client.answerCallbackQuery(id: "1827364554463728190")
                #expect(server.requests.first?.body == #"{"callback_query_id":"1827364554463728190"}"#)
            }
        }
    }

    @Test func `a result of the wrong shape is no identity`() async throws {
        try await ScriptedServer.run([.ok("[]")]) { server in
            try await withClient(server.url) { client in
                await #expect(throws: BotFailure.notJSON(status: 200, retryAfterSeconds: nil)) {
                    try await client.getMe()
                }
            }
        }
    }
}
