import LinkService
import Testing

@testable import linksvc

@Suite struct RedactorTests {
    private let redactor = Redactor([Secret("123456:AAbbCCdd_-"), Secret("webhook-secret")])

    @Test(arguments: [
        ("https://api.telegram.org/bot123456:AAbbCCdd_-/getMe", "https://api.telegram.org/bot<redacted>/getMe"),
        ("bot123456%3AAAbbCCdd_-", "bot123456%3A<redacted>"),
        ("AAbbCCdd_-", "<redacted>"),
        ("xwebhook-secretwebhook-secretx", "x<redacted><redacted>x"),
        ("webhook-secre", "webhook-secre"),
        ("wwebhook-secret", "w<redacted>"),
        ("", ""),
        ("the bot 123456 is fine", "the bot 123456 is fine"),
    ])
    func `a secret is removed wherever it stands, and nothing else`(text: String, redacted: String) {
        #expect(self.redactor.redact(text) == redacted)
    }

    @Test func `a secret that is found out later is removed from then on`() {
        let redactor = Redactor()
        #expect(redactor.redact("a made-up-secret") == "a made-up-secret")
        redactor.add(Secret("made-up-secret"))
        #expect(redactor.redact("a made-up-secret") == "a <redacted>")
    }

    @Test func `texts too short to be secrets do not eat the log`() {
        #expect(Redactor([Secret(""), Secret("a"), Secret("1:b")]).redact("a 1:b abc") == "a 1:b abc")
    }
}
