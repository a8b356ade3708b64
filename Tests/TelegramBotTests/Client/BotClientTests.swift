import Foundation
import JSON
import NIOCore
import NIOPosix
import Testing

@testable import TelegramBot

struct BotClientTests {
    private let message = OutgoingMessage(chatID: 7_012_345_678, text: "hello")

    /// One `sendMessage` against a server that follows `steps`.
    private func send(
        _ steps: [ScriptedServer.Step], limits: BotClientLimits = BotClientLimits()
    ) async throws -> SendOutcome {
        try await ScriptedServer.run(steps) { server in
            try await withClient(server.url, limits: limits) { await $0.sendMessage(self.message) }
        }
    }

    @Test func `a message is posted as JSON to the method's address`() async throws {
        try await ScriptedServer.run([.ok(#"{"message_id":42,"chat":{"id":7012345678}}"#)]) { server in
            let outcome = try await withClient(server.url + "/") { await $0.sendMessage(self.message) }
            #expect(outcome == .sent(messageID: 42))
            let request = try #require(server.requests.first)
            #expect(
                request.head.hasPrefix("POST /bot123456789:AAF-secret_secret_secret_secret12345/sendMessage HTTP/1.1"))
            #expect(request.head.lowercased().contains("content-type: application/json"))
            #expect(request.body == #"{"chat_id":7012345678,"text":"hello"}"#)
        }
    }

    @Test func `a reset after the request was read leaves the message uncertain`() async throws {
        guard case .lost = try await self.send([.resetAfterRequest]) else {
            Issue.record("expected lost")
            return
        }
    }

    @Test func `silence leaves the message uncertain once time is up`() async throws {
        var limits = BotClientLimits()
        limits.callTimeout = .milliseconds(200)
        guard case .lost = try await self.send([.silence], limits: limits) else {
            Issue.record("expected lost")
            return
        }
    }

    @Test func `an answer that breaks off, is garbage, or far too long leaves the message uncertain`() async throws {
        var limits = BotClientLimits()
        limits.answerBytesMax = 1000
        let long = #"{"ok":true,"result":{"message_id":1,"text":"\#(String(repeating: "x", count: 2000))"}}"#
        for step in [
            .answerAndClose("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"ok\":true"),
            .answerAndClose("\u{1}\u{2} this is not HTTP\r\n\r\n"), .answerAndClose(""), .http("200 OK", long),
            .http("200 OK", "<html>captive portal</html>", type: "text/html"), .http("200 OK", #"{"ok":true}"#),
            .ok(#"{"chat":{}}"#),
        ] as [ScriptedServer.Step] {
            let outcome = try await self.send([step], limits: limits)
            guard case .lost = outcome else {
                Issue.record("\(step) gave \(outcome)")
                continue
            }
        }
    }

    @Test func `a refused connection never sent anything`() async throws {
        // A port that was just free, and is bound by nobody now.
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0).get()
        let port = try #require(channel.localAddress?.port)
        try await channel.close().get()
        let outcome = try await withClient("http://127.0.0.1:\(port)") { await $0.sendMessage(self.message) }
        guard case .notSent = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test func `a name that nobody knows never sent anything`() async throws {
        let outcome = try await withClient("http://no-such-host.invalid") { await $0.sendMessage(self.message) }
        guard case .notSent = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test func `a TLS handshake that fails never sent anything`() async throws {
        try await ScriptedServer.run([]) { server in
            var limits = BotClientLimits()
            limits.connectTimeout = .milliseconds(300)
            let outcome = try await withClient("https://127.0.0.1:\(server.port)", limits: limits) {
                await $0.sendMessage(self.message)
            }
            guard case .notSent = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(server.requests.isEmpty)
        }
    }

    @Test func `a message that waits for a free connection until time is up was never sent`() async throws {
        var limits = BotClientLimits()
        limits.connectionsMax = 1
        limits.callTimeout = .milliseconds(400)
        try await ScriptedServer.run([.silence, .silence]) { server in
            try await withClient(server.url, limits: limits) { client in
                async let first = client.sendMessage(self.message)
                async let second = client.sendMessage(self.message)
                let outcomes = await [first, second]
                #expect(server.requests.count == 1)
                #expect(outcomes.count { if case .lost = $0 { true } else { false } } == 1)
                #expect(outcomes.count { if case .notSent = $0 { true } else { false } } == 1)
            }
        }
    }

    @Test func `a cancelled send says whether the request went out`() async throws {
        try await ScriptedServer.run([.silence]) { server in
            try await withClient(server.url) { client in
                let outcome = await withTaskGroup(of: SendOutcome.self) { group in
                    group.addTask { await client.sendMessage(self.message) }
                    _ = await server.arrivals.first { _ in true }
                    group.cancelAll()
                    return await group.next()
                }
                guard case .lost = outcome else {
                    Issue.record("\(String(describing: outcome))")
                    return
                }
            }
        }
    }

    @Test func `nothing is ever sent twice by the client itself`() async throws {
        try await ScriptedServer.run([.resetAfterRequest, .ok(#"{"message_id":1}"#)]) { server in
            try await withClient(server.url) { client in
                _ = await client.sendMessage(self.message)
                #expect(server.requests.count == 1)
                #expect(await client.sendMessage(self.message) == .sent(messageID: 1))
            }
        }
    }

    @Test func `a connection that the server closed is not used again`() async throws {
        let answer = #"{"ok":true,"result":{"message_id":1}}"#
        let closing = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: \(answer.utf8.count)\r\n\r\n\(answer)"
        try await ScriptedServer.run([.answerAndClose(closing), .ok(#"{"message_id":2}"#)]) { server in
            try await withClient(server.url) { client in
                #expect(await client.sendMessage(self.message) == .sent(messageID: 1))
                #expect(await client.sendMessage(self.message) == .sent(messageID: 2))
            }
        }
    }

    @Test func `flood control is read from parameters, text and header, in this order`() async throws {
        let text = "Too Many Requests: retry after 34"
        let outcomes = try await [
            self.send([.refusal(429, text, parameters: #"{"retry_after":5}"#)]), self.send([.refusal(429, text)]),
            self.send([.http("429 Too Many Requests", #"{"ok":false,"error_code":429}"#, headers: "Retry-After: 8\r\n")]
            ),
            self.send([.http("429 Too Many Requests", "slow down", headers: "Retry-After: 9\r\n")]),
            self.send([.html("429 Too Many Requests")]),
        ]
        #expect(outcomes == [5, 34, 8, 9, 1].map { .rateLimited(retryAfterSeconds: $0) })
    }

    @Test func `error pages, redirects and Telegram's own 5xx are told as unavailable`() async throws {
        for step in [
            .html("502 Bad Gateway"), .refusal(502, "Bad Gateway"), .html("403 Forbidden"),
            .http("302 Found", "", headers: "Location: http://127.0.0.1:1/\r\n"),
        ] as [ScriptedServer.Step] {
            let outcome = try await self.send([step])
            guard case .unavailable = outcome else {
                Issue.record("\(step) gave \(outcome)")
                continue
            }
        }
    }

    @Test func `the token is in no text that comes back`() async throws {
        let token = try makeToken().text
        let echo = "Bad Request: https://x/bot\(token)/x and \(token.replacing(":", with: "%3A"))"
        let outcome = try await self.send([.refusal(400, echo)])
        #expect(!"\(outcome)".contains("secret_secret"))
        #expect("\(outcome)".contains("123456789:[redacted]"))
        for url in ["http://no-such-host-\(token.replacing(":", with: "-")).invalid", "http://127.0.0.1:1"] {
            let outcome = try await withClient(url) { await $0.sendMessage(self.message) }
            #expect(!"\(outcome)".contains("secret_secret"), "\(outcome)")
        }
        try await ScriptedServer.run([.refusal(401, "Unauthorized \(token)")]) { server in
            try await withClient(server.url) { client in
                let error = await #expect(throws: BotFailure.self) { try await client.getMe() }
                #expect(!String(reflecting: error).contains("secret_secret"))
            }
        }
    }

    @Test func `error texts are bounded`() async throws {
        let outcome = try await self.send([.refusal(400, String(repeating: "x", count: 100_000))])
        #expect("\(outcome)".utf8.count < 1000)
    }

    @Test(arguments: ["", "api.telegram.org", "ftp://x", "http://", "https://x/?y", "http://x#y", "unix:///tmp/x"])
    func `an address that is no HTTP address makes no client`(url: String) throws {
        let token = try makeToken()
        #expect(throws: BotClient.Fault.badAPIURL) { try BotClient(token: token, apiURL: url) }
    }
}
