import JSON
import NIOHTTP1
import Testing

@testable import TelegramSimulator

@Suite struct ControlEndpointTests {
    @Test func `a user starts, types, blocks, unblocks and is deleted`() async throws {
        try await withSimulator { simulator, client in
            let start = try await client.control(.POST, "users/5/start", #"{"payload":"abc","firstName":"Ann"}"#)
            #expect(start.status == 200)
            #expect(try start.json["updateIds"]?.count == 1)
            #expect(try start.json["messageId"]?.int64 == 1)
            for (action, body) in [
                ("text", #"{"text":"hi"}"#), ("photo", #"{"caption":"c"}"#),
                ("edit", #"{"messageId":2,"text":"ho"}"#), ("block", ""), ("unblock", #"{"start":true}"#),
            ] {
                let answer = try await client.control(.POST, "users/5/\(action)", body.isEmpty ? nil : body)
                #expect(answer.status == 200, "\(action): \(answer.text)")
            }
            let user = try await client.control(.GET, "users/5")
            #expect(user.text == #"{"id":5,"state":"started","firstName":"Ann","languageCode":"en"}"#)
            #expect(try await client.control(.POST, "users/5/delete").status == 200)
            let refused = try await client.control(.POST, "users/5/start")
            #expect(refused.status == 409)
            #expect(try refused.json["error"]?.string == "userIsDeactivated")
            #expect(simulator.status.pendingUpdates == 7)
            #expect(try await client.control(.GET, "updates").json["updates"]?.count == 7)
        }
    }

    @Test func `groups are created, started, migrated and left`() async throws {
        try await withSimulator { simulator, client in
            let group = try await client.control(
                .POST, "groups", #"{"title":"Ops","id":-4001,"userId":1,"payload":"xyz"}"#)
            #expect(try group.json["botState"]?.string == "member")
            #expect(simulator.status.pendingUpdates == 3)
            let migrated = try await client.control(
                .POST, "groups/-4001/migrate", #"{"userId":1,"to":-1001234567890}"#)
            #expect(try migrated.json["id"]?.int64 == -1_001_234_567_890)
            #expect(try await client.control(.GET, "groups/-4001").json["upgradedTo"]?.int64 == -1_001_234_567_890)
            let path = "groups/-1001234567890"
            let topic = try await client.control(.POST, "\(path)/topic", "{}")
            let thread = try #require(try topic.json["thread"]?.int64)
            for (action, body) in [
                ("start", #"{"userId":1,"payload":"p","thread":\#(thread)}"#), ("rights", #"{"canSend":false}"#),
                ("deleteTopic", #"{"thread":\#(thread)}"#), ("remove", #"{"userId":1,"ban":false}"#),
                ("add", #"{"userId":1,"administrator":true}"#), ("delete", "{}"),
            ] {
                let answer = try await client.control(.POST, "\(path)/\(action)", body)
                #expect(answer.status == 200, "\(action): \(answer.text)")
            }
            #expect(try await client.control(.GET, path).json["botState"]?.string == "deleted")
            let channel = try await client.control(.POST, "groups", #"{"kind":"channel","userId":1}"#)
            let id = try #require(try channel.json["id"]?.int64)
            #expect(try await client.control(.POST, "groups/\(id)/post", #"{"text":"x"}"#).status == 200)
        }
    }

    @Test func `messages can be waited for`() async throws {
        try await withSimulator { simulator, client in
            try simulator.start(user: 1)
            async let waiting = client.control(.GET, "messages?chat=1&after=0&wait=30")
            _ = try await client.call("sendMessage", #"{"chat_id":1,"text":"<b>x</b>","parse_mode":"HTML"}"#)
            let answer = try await waiting.json
            #expect(answer["messages"]?[0]?["text"]?.string == "x")
            #expect(answer["messages"]?[0]?["entities"]?[0]?["type"]?.string == "bold")
            #expect(answer["last"]?.int64 == 1)
            let empty = try await client.control(.GET, "messages?chat=1&after=1&wait=0")
            #expect(empty.text == #"{"messages":[],"last":1}"#)
        }
    }

    @Test func `a tap can be waited for until it is answered`() async throws {
        try await withSimulator { simulator, client in
            try simulator.start(user: 1)
            _ = try await client.call(
                "sendMessage",
                #"{"chat_id":1,"text":"?","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}}"#)
            let tap = try await client.control(.POST, "users/1/tap", #"{"messageId":2}"#)
            let id = try #require(try tap.json["callbackId"]?.string)
            async let waiting = client.control(.GET, "callbacks/\(id)?wait=30")
            _ = try await client.call("answerCallbackQuery", #"{"callback_query_id":"\#(id)","text":"done"}"#)
            #expect(try await waiting.json["answer"]?.string == "done")
        }
    }

    @Test func `failures are scripted, drawn and cleared`() async throws {
        try await withSimulator { simulator, client in
            for body in [
                #"{"kind":"error","code":403,"description":"Forbidden: x","method":"getMe"}"#,
                #"{"kind":"tooManyRequests","retryAfter":7,"method":"getMe"}"#,
                #"{"kind":"resetBefore","chat":5,"times":3}"#, #"{"kind":"slow","delayMs":1,"method":"getMe"}"#,
            ] {
                #expect(try await client.control(.POST, "failures", body).status == 200)
            }
            #expect(try await client.call("getMe").status == 403)
            #expect(try await client.call("getMe").headers["Retry-After"] == ["7"])
            #expect(try await client.call("getMe").status == 200)
            let random = #"{"rate":1,"kinds":["restart"],"methods":["getMe"]}"#
            #expect(try await client.control(.POST, "failures/random", random).status == 200)
            #expect(try await client.call("getMe").status == 500)
            let counts = try await client.control(.DELETE, "failures")
            #expect(
                counts.text
                    == #"{"pending":0,"injected":{"error":1,"restart":1,"slow":1,"tooManyRequests":1}}"#)
            #expect(try await client.call("getMe").status == 200)
        }
    }

    @Test func `updates can be injected and renumbered`() async throws {
        try await withSimulator { simulator, client in
            let renumbered = try await client.control(.POST, "updates/renumber", #"{"next":77}"#)
            #expect(renumbered.text == #"{"nextId":77}"#)
            _ = try await client.control(.POST, "updates", #"{"poll":{"id":"1"}}"#)
            #expect(try await client.control(.POST, "updates/renumber").status == 409)
            let updates = try await client.call("getUpdates").json["result"]
            #expect(updates?[0].map { text(Array($0.text)) } == #"{"update_id":77,"poll":{"id":"1"}}"#)
        }
    }

    @Test func `the state says how it stands`() async throws {
        try await withSimulator { simulator, client in
            try simulator.start(user: 1)
            _ = try await client.call("setWebhook", #"{"url":"http://127.0.0.1:9/","secret_token":"s"}"#)
            let state = try await client.control(.GET, "state").json
            #expect(state["bot"]?["username"]?.string == "simulator_bot")
            #expect(state["updates"]?["pending"]?.int64 == 1)
            #expect(state["webhook"]?["url"]?.string == "http://127.0.0.1:9/")
            #expect(state["webhook"]?["hasSecretToken"]?.bool == true)
            #expect(state["users"]?[0]?["state"]?.string == "started")
            #expect(state["calls"]?["setWebhook"]?.int64 == 1)
        }
    }

    @Test(
        arguments: [
            ("POST", "users/x/start", "{}", 400), ("POST", "users/1/dance", "{}", 404), ("GET", "nothing", nil, 404),
            ("POST", "users/1/text", "{}", 400), ("POST", "users/1/text", "{", 400), ("GET", "users/9", nil, 404),
            ("POST", "failures", #"{"kind":"x"}"#, 400), ("POST", "groups/-7/add", #"{"userId":1}"#, 404),
            ("POST", "failures/random", #"{"rate":2}"#, 400), ("POST", "updates", nil, 400),
            ("POST", "users/1/start", #"{"payload":5}"#, 400),
        ] as [(String, String, String?, Int)])
    func `what cannot be done is refused`(method: String, path: String, body: String?, status: Int) async throws {
        try await withSimulator { _, client in
            let answer = try await client.control(HTTPMethod(rawValue: method), path, body)
            #expect(answer.status == status)
            #expect(try answer.json["error"]?.string != nil)
        }
    }

    @Test func `names and pages from elsewhere are refused`() async throws {
        try await withSimulator { _, client in
            let rebound = try await client.send(.GET, "/control/state", headers: ["Host": "evil.example"])
            #expect(rebound.status == 403)
            let foreign = try await client.send(
                .POST, "/control/users/1/start", headers: ["Origin": "https://evil.example"])
            #expect(foreign.status == 403)
            let own = try await client.send(
                .OPTIONS, "/control/users/1/start", headers: ["Origin": "http://localhost:7000"])
            #expect(own.status == 204)
            #expect(own.headers["Access-Control-Allow-Origin"] == ["http://localhost:7000"])
        }
    }
}
