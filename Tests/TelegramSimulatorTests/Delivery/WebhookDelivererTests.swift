import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import Testing

@testable import TelegramSimulator

@Suite struct WebhookDelivererTests {
    /// Runs a simulator with a webhook at `receiver`, a second of its retries lasting a millisecond.
    private func withHook(
        _ receiver: HookReceiver, timeout: Duration = .seconds(60),
        _ body: (Simulator, TestClient) async throws -> Void
    ) async throws {
        try await receiver.run { url in
            try await withSimulator({
                $0.timeScale = 0.001
                $0.webhookTimeout = timeout
            }) { simulator, client in
                let set = try await client.call("setWebhook", #"{"url":"\#(url)","secret_token":"s3cret_-"}"#)
                #expect(set.status == 200)
                try await body(simulator, client)
            }
        }
    }

    @Test func `a delivery is framed as Telegram frames it`() async throws {
        let receiver = HookReceiver()
        try await self.withHook(receiver) { simulator, _ in
            let id = simulator.status.nextUpdateID
            try simulator.start(user: 1, payload: "abc")
            try await simulator.wait { $0.pendingUpdates == 0 }
            let hit = try #require(receiver.hits.first)
            #expect(hit.method == "POST")
            #expect(hit.path == "/hook?x=1")
            #expect(hit.body.hasPrefix("{\"update_id\":\(id),\n\"message\":{"))
            #expect(hit.headers[.contentType] == "application/json")
            #expect(hit.headers[.contentLength] == String(hit.body.utf8.count))
            #expect(hit.headers[.connection] == "keep-alive")
            #expect(hit.headers[.acceptEncoding] == "gzip, deflate")
            #expect(hit.headers[.userAgent] == nil)
            let secret = try #require(HTTPField.Name("X-Telegram-Bot-Api-Secret-Token"))
            #expect(hit.headers[secret] == "s3cret_-")
        }
    }

    @Test func `a refused update comes again until it is accepted, before its successors`() async throws {
        let refusals: [HTTPResponse.Status] = [.internalServerError, .found, .unauthorized, .serviceUnavailable]
        let receiver = HookReceiver(answers: refusals.map { Response(status: $0) })
        try await self.withHook(receiver) { simulator, client in
            try simulator.start(user: 1, payload: "first")
            try simulator.type("second", user: 1)
            try await simulator.wait { $0.pendingUpdates == 0 }
            let texts = receiver.hits.map { $0.body.contains("/start first") }
            #expect(texts == [true, true, true, true, true, false])
            let info = try await client.call("getWebhookInfo").json["result"]
            #expect(
                info?["last_error_message"]?.string
                    == "Wrong response from the webhook: 503 Service Unavailable")
            #expect(info?["last_error_date"]?.int64 != nil)
            #expect(info?["pending_update_count"]?.int64 == 0)
        }
    }

    @Test func `Retry-After is waited for`() async throws {
        let receiver = HookReceiver(answers: [
            Response(status: .serviceUnavailable, headers: [.retryAfter: "300"])
        ])
        try await self.withHook(receiver) { simulator, _ in
            let clock = ContinuousClock()
            let began = clock.now
            try simulator.start(user: 1)
            try await simulator.wait { $0.pendingUpdates == 0 }
            #expect(clock.now - began >= .milliseconds(300))
            #expect(receiver.hits.count == 2)
        }
    }

    @Test func `a webhook that is not there is reported, and tried again`() async throws {
        let receiver = HookReceiver()
        try await withSimulator({ $0.timeScale = 0.001 }) { simulator, client in
            // Nothing listens at a port that was just given up.
            try await receiver.run { url in
                _ = try await client.call("setWebhook", #"{"url":"\#(url)"}"#)
            }
            try simulator.start(user: 1)
            try await simulator.wait { $0.webhook?.lastErrorMessage == "Connection refused" }
            #expect(simulator.status.pendingUpdates == 1)
        }
    }

    @Test func `an answer that does not come in time is a failure`() async throws {
        let stuck = ResponseBody { _ in try await Task.sleep(for: .seconds(60)) }
        let receiver = HookReceiver(answers: [Response(status: .ok, body: stuck)])
        try await self.withHook(receiver, timeout: .milliseconds(500)) { simulator, _ in
            try simulator.start(user: 1)
            try await simulator.wait { $0.pendingUpdates == 0 }
            #expect(simulator.status.webhook?.lastErrorMessage == "Read timeout expired")
            // A busy machine may be late once more.
            #expect(receiver.hits.count >= 2)
        }
    }

    @Test func `an answer can call a method, but not any`() async throws {
        func answer(_ json: String) -> Response {
            Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: json)))
        }
        let receiver = HookReceiver(answers: [
            answer(#"{"method":"deleteWebhook"}"#), answer(#"{"method":"sendMessage","chat_id":1,"text":"hi"}"#),
        ])
        try await self.withHook(receiver) { simulator, _ in
            try simulator.start(user: 1)
            try simulator.type("x", user: 1)
            let messages = try await simulator.waitForMessages(chat: 1)
            #expect(messages.map(\.text) == ["hi"])
            #expect(simulator.status.webhook != nil)
        }
    }

    @Test func `a lost answer brings the update twice`() async throws {
        let receiver = HookReceiver()
        try await self.withHook(receiver) { simulator, _ in
            try simulator.fail(.resetAfter, method: "webhook", chat: 1)
            try simulator.start(user: 1)
            try await simulator.wait { $0.pendingUpdates == 0 }
            #expect(receiver.hits.count == 2)
            #expect(Set(receiver.hits.map(\.body)).count == 1)
        }
    }

    @Test func `what waited is delivered once a webhook is set, each chat in order`() async throws {
        let receiver = HookReceiver()
        try await receiver.run { url in
            try await withSimulator { simulator, client in
                for number in 0..<500 { try simulator.type("\(number)", user: Int64(1 + number % 10)) }
                _ = try await client.call("setWebhook", #"{"url":"\#(url)"}"#)
                try await simulator.wait { $0.pendingUpdates == 0 }
                #expect(receiver.hits.count == 500)
                for user in 1...10 as ClosedRange<Int64> {
                    let numbers = try receiver.hits.compactMap { hit -> Int? in
                        let message = try parse(Array(hit.body.utf8))["message"]
                        guard message?["from"]?["id"]?.int64 == user else { return nil }
                        return message?["text"]?.string.flatMap { Int($0) }
                    }
                    #expect(numbers == numbers.sorted() && numbers.count == 50)
                }
            }
        }
    }
}
