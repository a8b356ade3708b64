import JSON
import NIOHTTP1
import Testing

@testable import TelegramSimulator

@Suite struct BotEndpointTests {
    @Test func `all four carriers and both verbs carry parameters`() async throws {
        try await withSimulator { simulator, client in
            try simulator.start(user: 1)
            let path = "/bot\(client.token)/sendMessage"
            func part(_ name: String, _ value: String) -> String {
                "--B\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
            }
            let answers = [
                try await client.send(.GET, path + "?chat_id=1&text=a+1"),
                try await client.send(
                    .POST, path, "application/x-www-form-urlencoded", "chat_id=1&text=b%201"),
                try await client.send(.POST, path, "application/json", #"{"chat_id":1,"text":"c 1"}"#),
                try await client.send(
                    .POST, path, "multipart/form-data; boundary=B",
                    part("chat_id", "1") + part("text", "d 1") + "--B--\r\n"),
                try await client.send(.POST, "/bot\(client.token)/test/SENDMESSAGE?chat_id=1&text=e+1"),
                try await client.send(.POST, "/bot\(client.token)/?method=sendMessage&chat_id=1&text=f+1"),
                try await client.send(.POST, path + "?text=g+1", "application/json", #"{"text":"no","chat_id":"1"}"#),
            ]
            #expect(answers.map(\.status) == Array(repeating: 200, count: 7))
            #expect(simulator.messages().map(\.text) == ["a 1", "b 1", "c 1", "d 1", "e 1", "f 1", "g 1"])
            #expect(simulator.messages().allSatisfy { $0.answer == .answered })
            #expect(answers[0].headers["Content-Type"] == ["application/json"])
        }
    }

    @Test func `a null in a JSON body is the word`() async throws {
        try await withSimulator { simulator, client in
            try simulator.start(user: 1)
            _ = try await client.call("sendMessage", #"{"chat_id":1,"text":null}"#)
            #expect(simulator.messages().map(\.text) == ["null"])
            let refused = try await client.call("sendMessage", #"{"chat_id":1,"text":"x","parse_mode":null}"#)
            #expect(refused.status == 400)
            #expect(refused.description == "Bad Request: unsupported parse_mode")
            let malformed = try await client.call("sendMessage", #"{"chat_id":1,"text":"x""#)
            #expect(malformed.description == "Bad Request: message text is empty")
        }
    }

    @Test(arguments: [
        ("/bot1:x/getMe", 401, "Unauthorized"), ("/botnonsense/getMe", 404, "Not Found"),
        ("/bot123456:simulator-token", 404, "Not Found"), ("/", 404, "Not Found"),
        ("/bot123456:simulator-token/getNothing", 404, "Not Found: method not found"),
        ("/bot123456%3Asimulator-token/getMe", 200, nil),
    ])
    func `paths are judged`(path: String, status: Int, description: String?) async throws {
        try await withSimulator { _, client in
            let answer = try await client.send(.GET, path)
            #expect(answer.status == status)
            #expect(answer.description == description)
        }
    }

    @Test func `other verbs are not implemented, and too much is too large`() async throws {
        try await withSimulator { _, client in
            let put = try await client.send(.PUT, "/bot\(client.token)/getMe")
            #expect(put.status == 501 && put.body.isEmpty)
            let large = String(repeating: "x", count: SimulatorLimits.bodyBytesMax + 1)
            let post = try await client.send(.POST, "/bot\(client.token)/getMe", "text/plain", large)
            #expect(post.status == 413 && post.body.isEmpty)
        }
    }

    @Test func `a waiting poll returns as soon as there is an update`() async throws {
        try await withSimulator { simulator, client in
            async let answer = client.call("getUpdates", #"{"timeout":50}"#)
            try await simulator.wait { $0.isPolling }
            try simulator.start(user: 1, payload: "abc")
            let updates = try await answer.json["result"]
            #expect(updates?.count == 1)
            #expect(updates?[0]?["message"]?["text"]?.string == "/start abc")
            #expect(!simulator.status.isPolling)
        }
    }

    @Test func `a poll that nothing comes for ends empty when its time is over`() async throws {
        try await withSimulator { simulator, client in
            let answer = try await client.call("getUpdates", #"{"timeout":1}"#)
            #expect(answer.text == #"{"ok":true,"result":[]}"#)
        }
    }

    @Test func `a second poll ends the first`() async throws {
        try await withSimulator { simulator, client in
            async let first = client.call("getUpdates", #"{"timeout":50}"#)
            try await simulator.wait { $0.isPolling }
            async let second = client.call("getUpdates", #"{"timeout":50}"#)
            let refused = try await first
            #expect(refused.status == 409)
            #expect(
                refused.description
                    == "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
            )
            try simulator.start(user: 1)
            #expect(try await second.json["result"]?.count == 1)
        }
    }

    @Test func `setting a webhook ends the poll`() async throws {
        try await withSimulator { simulator, client in
            async let poll = client.call("getUpdates", #"{"timeout":50}"#)
            try await simulator.wait { $0.isPolling }
            let set = try await client.call("setWebhook", #"{"url":"http://127.0.0.1:9/hook"}"#)
            #expect(set.text == #"{"ok":true,"result":true,"description":"Webhook was set"}"#)
            #expect(try await poll.description == "Conflict: terminated by setWebhook request")
            #expect(try await client.call("getUpdates").status == 409)
        }
    }

    @Test func `429 says three times when to come back`() async throws {
        try await withSimulator { simulator, client in
            try simulator.fail(.tooManyRequests(retryAfterSeconds: 34), method: "sendMessage")
            let answer = try await client.call("sendMessage")
            #expect(answer.status == 429)
            #expect(answer.headers["Retry-After"] == ["34"])
            #expect(
                answer.text
                    == #"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 34","#
                    + #""parameters":{"retry_after":34}}"#)
        }
    }

    @Test func `each scripted answer is as it should be`() async throws {
        try await withSimulator { simulator, client in
            try simulator.fail(.restart)
            try simulator.fail(.badGateway)
            try simulator.fail(.badGatewayHTML)
            try simulator.fail(.error(code: 403, description: "Forbidden: bot was blocked by the user"))
            let answers = [
                try await client.call("getMe"), try await client.call("getMe"), try await client.call("getMe"),
                try await client.call("getMe"), try await client.call("getMe"),
            ]
            #expect(answers.map(\.status) == [500, 502, 502, 403, 200])
            #expect(answers[0].description == "Internal Server Error: restart")
            #expect(answers[1].text == #"{"ok":false,"error_code":502,"description":"Bad Gateway"}"#)
            #expect(answers[2].headers["Content-Type"] == ["text/html"])
            #expect(answers[2].text.hasPrefix("<html>"))
            #expect(answers[3].description == "Forbidden: bot was blocked by the user")
            #expect(simulator.status.injectedFaults.values.reduce(0, +) == 4)
            #expect(simulator.status.calls == ["getMe": 5])
        }
    }

    @Test func `a reset before takes nothing, a reset after takes the message`() async throws {
        try await withSimulator { simulator, client in
            try simulator.start(user: 1)
            try simulator.fail(.resetBefore, method: "sendMessage", chat: 1)
            await #expect(throws: (any Error).self) {
                try await client.call("sendMessage", #"{"chat_id":1,"text":"before"}"#)
            }
            #expect(simulator.messages().isEmpty)
            try simulator.fail(.resetAfter, method: "sendMessage", chat: 1)
            await #expect(throws: (any Error).self) {
                try await client.call("sendMessage", #"{"chat_id":1,"text":"after"}"#)
            }
            _ = try await client.call("sendMessage", #"{"chat_id":1,"text":"then"}"#)
            #expect(simulator.messages().map(\.text) == ["after", "then"])
            #expect(simulator.messages().map(\.answer) == [.reset, .answered])
        }
    }

    @Test func `a slow answer comes late, and the message is taken at once`() async throws {
        let (delay, isOver) = (Duration.seconds(12_345), OneShot<Void>())
        let clock = SimulatorClock(now: SimulatorClock.system.now) { duration in
            if duration == delay { _ = await isOver.value() } else { try await Task.sleep(for: duration) }
        }
        try await withSimulator(clock: clock) { simulator, client in
            try simulator.start(user: 1)
            try simulator.fail(.slow(delay), method: "sendMessage")
            async let answer = client.call("sendMessage", #"{"chat_id":1,"text":"slow"}"#)
            let taken = try await simulator.waitForMessages(chat: 1)
            #expect(taken.first?.answer == .pending)
            isOver.fire(())
            #expect(try await answer.status == 200)
            #expect(simulator.messages().first?.answer == .answered)
        }
    }

    @Test func `a certificate arrives as a file`() async throws {
        try await withSimulator { simulator, client in
            let body =
                "--B\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\nhttps://127.0.0.1:9/\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"certificate\"; filename=\"c.pem\"\r\n\r\n"
                + "-----BEGIN CERTIFICATE-----\n\r\n--B--\r\n"
            let answer = try await client.send(
                .POST, "/bot\(client.token)/setWebhook", "multipart/form-data; boundary=B", body)
            #expect(answer.status == 200)
            let info = try await client.call("getWebhookInfo").json["result"]
            #expect(info?["has_custom_certificate"]?.bool == true)
        }
    }

    @Test func `stopping ends a waiting poll`() async throws {
        let simulator = Simulator()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await simulator.run() }
            guard let address = try? await simulator.address() else {
                Issue.record("it does not listen")
                return
            }
            let client = TestClient(url: address.url, token: simulator.configuration.token)
            group.addTask { _ = try? await client.call("getUpdates", #"{"timeout":50}"#) }
            try? await simulator.wait { $0.isPolling }
            group.cancelAll()
        }
        #expect(!simulator.status.isPolling)
    }

    @Test func `an address that is taken is reported`() async throws {
        try await withSimulator { first, _ in
            var configuration = SimulatorConfiguration()
            configuration.port = try await first.address().port
            let second = Simulator(configuration)
            await #expect(throws: (any Error).self) { try await second.run() }
            await #expect(throws: SimulatorError.self) { try await second.address() }
        }
    }
}
