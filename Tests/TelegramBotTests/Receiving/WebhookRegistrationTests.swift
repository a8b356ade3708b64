import Logging
import Testing

@testable import TelegramBot

struct WebhookRegistrationTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func settings() throws -> WebhookSettings {
        WebhookSettings(url: "https://example.com/hook", secret: try #require(WebhookSecret("s3cret_value")))
    }

    private static let asWanted = ScriptedServer.Step.ok(
        """
        {"url":"https://example.com/hook","has_custom_certificate":false,"pending_update_count":0,"max_connections":40,
        "ip_address":"1.2.3.4","allowed_updates":["callback_query","message","channel_post","my_chat_member"]}
        """)
    private static let none = ScriptedServer.Step.ok(
        #"{"url":"","has_custom_certificate":false,"pending_update_count":3}"#)

    /// Ensures the webhook against `steps`; returns the requests, the sleeps and the fingerprint.
    private func ensure(
        _ settings: WebhookSettings, _ steps: [ScriptedServer.Step], stored: String?
    ) async throws -> (requests: [ScriptedServer.Request], sleeps: [Duration], fingerprint: String) {
        let manual = ManualTiming()
        let status = ReceiverStatus(mode: .webhook, timing: manual.timing())
        return try await ScriptedServer.run(steps) { server in
            try await withClient(server.url) { client in
                let registration = WebhookRegistration(
                    client: client, settings: settings, status: status, timing: manual.timing(), logger: self.logger)
                let fingerprint = try await registration.ensure(storedFingerprint: stored)
                #expect(status.snapshot.state == .receiving)
                return (server.requests, manual.sleeps, fingerprint)
            }
        }
    }

    @Test func `a webhook as wanted is left alone`() async throws {
        let settings = try self.settings()
        let result = try await self.ensure(settings, [Self.asWanted], stored: settings.fingerprint)
        #expect(result.requests.map(\.method) == ["getWebhookInfo"])
        #expect(result.fingerprint == settings.fingerprint)
    }

    @Test func `a webhook is set with secret and kinds of updates`() async throws {
        let settings = try self.settings()
        let result = try await self.ensure(settings, [Self.none, .ok("true")], stored: nil)
        #expect(result.requests.map(\.method) == ["getWebhookInfo", "setWebhook"])
        let expected =
            #"{"url":"https://example.com/hook","secret_token":"s3cret_value","#
            + #""allowed_updates":["message","channel_post","my_chat_member","callback_query"]}"#
        #expect(result.requests.last?.body == expected)
    }

    @Test func `a secret that changed, or is not known to be the same, is set anew`() async throws {
        let settings = try self.settings()
        for stored in [nil, "something else"] {
            let result = try await self.ensure(settings, [Self.asWanted, .ok("true")], stored: stored)
            #expect(result.requests.map(\.method) == ["getWebhookInfo", "setWebhook"])
        }
    }

    @Test func `trouble is waited for, and after a failed attempt the stored fingerprint counts no more`() async throws
    {
        let settings = try self.settings()
        let result = try await self.ensure(
            settings,
            [
                .html("502 Bad Gateway"), Self.none,
                .refusal(429, "Too Many Requests: retry after 1", parameters: #"{"retry_after":1}"#), Self.asWanted,
                .refusal(400, "Bad Request: bad webhook: Failed to resolve host: Name or service not known"),
                Self.asWanted, .ok("true"),
            ], stored: settings.fingerprint)
        #expect(
            result.requests.map(\.method) == [
                "getWebhookInfo", "getWebhookInfo", "setWebhook", "getWebhookInfo", "setWebhook", "getWebhookInfo",
                "setWebhook",
            ])
        #expect(result.sleeps == [.milliseconds(500), .seconds(1), .seconds(2)])
    }

    @Test func `a certificate is uploaded as a file`() async throws {
        var settings = try self.settings()
        settings.certificatePEM = Array("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n".utf8)
        settings.maxConnections = 10
        let result = try await self.ensure(settings, [Self.none, .ok("true")], stored: nil)
        let request = try #require(result.requests.last)
        let boundary = try #require(request.head.firstMatch(of: /boundary=(\S+)/)).1
        let parts = [
            ("name=\"url\"", "https://example.com/hook"), ("name=\"secret_token\"", "s3cret_value"),
            ("name=\"allowed_updates\"", #"["message","channel_post","my_chat_member","callback_query"]"#),
            ("name=\"max_connections\"", "10"),
            (
                "name=\"certificate\"; filename=\"certificate.pem\"",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
            ),
        ]
        let expected = parts.map { "--\(boundary)\r\nContent-Disposition: form-data; \($0)\r\n\r\n\($1)\r\n" }.joined()
        #expect(request.body == expected + "--\(boundary)--\r\n")
    }

    @Test func `cancelling ends the attempts`() async throws {
        let settings = try self.settings()
        try await ScriptedServer.run([]) { server in
            try await withClient(server.url) { client in
                let registration = WebhookRegistration(
                    client: client, settings: settings, status: ReceiverStatus(mode: .webhook), logger: self.logger)
                await withTaskGroup(of: Void.self) { group in
                    group.addTask {
                        await #expect(throws: CancellationError.self) {
                            try await registration.ensure(storedFingerprint: nil)
                        }
                    }
                    _ = await server.arrivals.first { _ in true }
                    group.cancelAll()
                }
            }
        }
    }

    @Test func `removing works on the way out of a cancelled task`() async throws {
        let settings = try self.settings()
        try await ScriptedServer.run([.ok("true"), .refusal(500, "x")]) { server in
            try await withClient(server.url) { client in
                let registration = WebhookRegistration(
                    client: client, settings: settings, status: ReceiverStatus(mode: .webhook), logger: self.logger)
                let results = await withTaskGroup(of: [Bool].self) { group in
                    group.cancelAll()
                    group.addTask { [await registration.remove(), await registration.remove()] }
                    return await group.next()
                }
                #expect(results == [true, false])
                #expect(server.requests.map(\.method) == ["deleteWebhook", "deleteWebhook"])
            }
        }
    }
}
