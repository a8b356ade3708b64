import Testing

@testable import TelegramBot

struct BotTokenTests {
    @Test func `the bot's id is the number before the colon`() throws {
        #expect(try makeToken().botID == 123_456_789)
    }

    @Test(arguments: [
        ("", BotToken.Fault.noColon), ("123456", .noColon), (":abc", .badBotID), ("12a:abc", .badBotID),
        ("-5:abc", .badBotID), ("0:abc", .badBotID), ("99999999999999999999:abc", .badBotID), ("1:", .badSecret),
        ("1:a b", .badSecret), ("1:a/b", .badSecret), ("1:a:b", .badSecret), ("1:ä", .badSecret),
    ])
    func `what cannot be a token is refused with a reason`(text: String, fault: BotToken.Fault) {
        #expect(throws: fault) { try BotToken(text) }
    }

    @Test func `no way of printing a token shows its secret`() throws {
        let token = try makeToken()
        var dumped = ""
        dump(token, to: &dumped)
        for text in ["\(token)", String(reflecting: token), String(describing: token), dumped, "\([token])"] {
            #expect(!text.contains("secret"), "\(text)")
        }
    }

    @Test func `redaction removes the token, its encoded forms and the bare secret`() throws {
        let token = try makeToken()
        let secret = "AAF-secret_secret_secret_secret12345"
        let text = "https://x/bot123456789:\(secret)/getMe 123456789%3A\(secret) 123456789%3a\(secret) \(secret)"
        let redacted = token.redact(text)
        #expect(!redacted.contains("secret_secret"))
        #expect(redacted == "https://x/bot\(token)/getMe \(token) \(token) [redacted]")
        #expect(token.redact("nothing to hide") == "nothing to hide")
    }

    @Test func `a short secret is no reason to mask ordinary words`() throws {
        let token = try BotToken("42:abc")
        #expect(token.redact("abc 42:abc abcdef") == "abc 42:[redacted] abcdef")
    }
}
