import LinkService
import Testing

@Suite struct SecretTests {
    @Test func `a secret shows itself in no way of printing`() {
        let secret = Secret("123:ABCDEF")
        var dumped = ""
        dump(TelegramSettings(token: secret), to: &dumped)
        let shown = [
            "\(secret)", "\(TelegramSettings(token: secret))", secret.debugDescription, String(reflecting: secret),
            dumped,
        ]
        #expect(shown.allSatisfy { !$0.contains("ABCDEF") })
        #expect(secret.revealed == "123:ABCDEF")
    }
}
