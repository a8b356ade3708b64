import Testing

@testable import TelegramBot

struct WebhookSecretTests {
    @Test func `only the very secret matches`() throws {
        let secret = try #require(WebhookSecret("abc-DEF_123"))
        #expect(secret.matches("abc-DEF_123"))
        for header in [nil, "", "abc-DEF_12", "abc-DEF_1234", "abc-def_123", "xbc-DEF_123"] {
            #expect(!secret.matches(header))
        }
    }

    @Test(arguments: ["", "a b", "ä", "a.b", String(repeating: "a", count: 257)])
    func `what Telegram refuses is no secret`(text: String) {
        #expect(WebhookSecret(text) == nil)
    }

    @Test func `random secrets differ and are accepted by Telegram`() {
        let secrets = (0..<100).map { _ in WebhookSecret.random() }
        #expect(Set(secrets).count == 100)
        #expect(secrets.allSatisfy { WebhookSecret($0.text) == $0 })
    }

    @Test func `no way of printing a secret shows it`() throws {
        let secret = try #require(WebhookSecret("visible"))
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), dumped] {
            #expect(!text.contains("visible"))
        }
    }
}
