import JSON
import Testing

@testable import TelegramSimulator

@Suite struct WebhookMethodsTests {
    private func strictWorld() -> World { makeWorld { $0.isLocal = false } }

    private func description(
        _ world: inout World, _ method: BotMethod, _ parameters: KeyValuePairs<String, String> = [:]
    ) throws -> String? {
        try world.call(method, Parameters(parameters)).description
    }

    @Test func `setting and deleting say what they did`() throws {
        var world = makeWorld()
        let url = "http://127.0.0.1:8000/hook"
        #expect(try self.description(&world, .setWebhook, ["url": url]) == "Webhook was set")
        #expect(try self.description(&world, .setWebhook, ["url": url]) == "Webhook is already set")
        #expect(try self.description(&world, .setWebhook, ["url": url, "secret_token": "s"]) == "Webhook was set")
        #expect(try self.description(&world, .deleteWebhook) == "Webhook was deleted")
        #expect(try self.description(&world, .setWebhook, ["url": ""]) == "Webhook is already deleted")
    }

    @Test func `the info is as Telegram writes it`() throws {
        var world = makeWorld()
        #expect(
            text(try world.ask(.getWebhookInfo).minified)
                == #"{"url":"","has_custom_certificate":false,"pending_update_count":0}"#)
        try world.ask(
            .setWebhook,
            [
                "url": "https://127.0.0.1/hook", "max_connections": "7", "secret_token": "s",
                "allowed_updates": #"["message","callback_query"]"#,
            ])
        _ = try world.start(user: 1, payload: nil)
        #expect(
            text(try world.ask(.getWebhookInfo).minified)
                == #"{"url":"https://127.0.0.1/hook","has_custom_certificate":false,"pending_update_count":1,"#
                + #""max_connections":7,"ip_address":"127.0.0.1","allowed_updates":["message","callback_query"]}"#)
    }

    @Test func `an identical webhook still takes allowed_updates`() throws {
        var world = makeWorld()
        try world.ask(.setWebhook, ["url": "http://localhost/"])
        try world.ask(.setWebhook, ["url": "http://localhost/", "allowed_updates": #"["message"]"#])
        #expect(world.allowedUpdates.kinds == [.message])
    }

    @Test func `updates survive the change of mode, unless they are dropped`() throws {
        var world = makeWorld()
        _ = try world.start(user: 1, payload: nil)
        try world.ask(.setWebhook, ["url": "http://localhost/"])
        guard case .deliver = world.nextDelivery() else {
            Issue.record("nothing to deliver")
            return
        }
        try world.ask(.deleteWebhook)
        #expect(try world.fetch().count == 1)
        try world.ask(.deleteWebhook, ["drop_pending_updates": "True "])
        #expect(try world.fetch().isEmpty)
    }

    @Test(arguments: [
        ("url", "ftp://example.com/", "invalid webhook URL specified"),
        ("url", "https://", "invalid webhook URL specified"),
        ("secret_token", String(repeating: "a", count: 257), "secret token is too long"),
        ("secret_token", "a b", "secret token contains unallowed characters"),
    ])
    func `what is wrong everywhere is refused`(name: String, value: String, reason: String) {
        var world = makeWorld()
        var parameters = Parameters()
        parameters.add(name, Array(value.utf8))
        parameters.add("url", Array("http://localhost/".utf8))
        #expect(world.refusal(.setWebhook, parameters) == .badRequest(reason))
    }

    @Test(arguments: [
        ("http://example.com/", "An HTTPS URL must be provided for webhook"),
        ("https://example.com:444/", "Webhook can be set up only on ports 80, 88, 443 or 8443"),
        ("https://10.0.0.5/", "IP address 10.0.0.5 is reserved"),
        ("https://172.31.255.255/", "IP address 172.31.255.255 is reserved"),
        ("https://localhost/", "IP address 127.0.0.1 is reserved"),
        ("https://hook.invalid/", "Failed to resolve host: Name or service not known"),
        ("https://[::1]/", "IPv6-only addresses are not allowed"),
    ])
    func `a strict server refuses what Telegram's refuses`(url: String, reason: String) {
        var world = self.strictWorld()
        let refusal = world.refusal(.setWebhook, ["url": url])
        #expect(refusal == .badRequest("bad webhook: \(reason)"))
    }

    @Test func `a strict server accepts what Telegram's accepts`() throws {
        for url in ["https://example.com/", "example.com:8443", "https://user:pw@172.32.0.1:88/x?y"] {
            var world = self.strictWorld()
            try world.ask(.setWebhook, ["url": url])
            #expect(world.webhook != nil, "\(url)")
        }
    }

    @Test func `a failed change leaves no webhook`() throws {
        var world = self.strictWorld()
        try world.ask(.setWebhook, ["url": "https://example.com/"])
        world.wait(.seconds(2))
        #expect(world.refusal(.setWebhook, ["url": "https://10.0.0.1/"]) != nil)
        #expect(world.webhook == nil)
    }

    @Test func `a strict server takes one change a second`() throws {
        var world = self.strictWorld()
        try world.ask(.setWebhook, ["url": "https://example.com/"])
        #expect(world.refusal(.setWebhook, ["url": "https://example.org/"]) == .tooManyRequests(1))
        world.wait(.seconds(1))
        try world.ask(.setWebhook, ["url": "https://example.org/"])
    }

    @Test func `a certificate is a file, in PEM`() throws {
        var world = makeWorld()
        func refusal(_ bytes: String) -> APIError? {
            var parameters = Parameters(["url": "https://localhost/"])
            parameters.add(file: Parameters.File(name: "c.pem", bytes: Array(bytes.utf8)), as: "certificate")
            return world.refusal(.setWebhook, parameters)
        }
        #expect(refusal("nonsense") == .badRequest("bad webhook: Failed to set custom certificate file"))
        let large = String(repeating: "x", count: (3 << 20) + 1)
        #expect(refusal(large) == .badRequest("certificate size is too big (3145729 bytes)"))
        #expect(refusal("-----BEGIN CERTIFICATE-----\n") == nil)
        #expect(try world.ask(.getWebhookInfo)["has_custom_certificate"]?.bool == true)
    }
}
