import LinkService
import Testing

@testable import linksvc

@Suite struct SecretFileTests {
    private func fixture(_ content: String?) -> SettingsFixture {
        var fixture = SettingsFixture()
        fixture.environment = ["TELEGRAM_TOKEN_FILE": "/run/token"]
        fixture.files["/run/token"] = content
        return fixture
    }

    @Test(arguments: ["", "\n", "\r\n"])
    func `a secret is read from its file, without the newline at its end`(end: String) throws {
        let fixture = self.fixture(SettingsFixture.token + end)
        #expect(try fixture.read().settings.telegram.token == Secret(SettingsFixture.token))
    }

    @Test func `a file that is missing, empty or wrong is told by its name alone`() {
        #expect(
            self.fixture(nil).errors().first?.hasPrefix(
                "TELEGRAM_TOKEN_FILE (environment): \"/run/token\" does not exist") == true)
        #expect(self.fixture("\n").errors().first?.contains("is empty") == true)
        let wrong = self.fixture("hunter2 and more").errors()
        #expect(wrong.count == 1)
        #expect(wrong.allSatisfy { !$0.contains("hunter2") })
    }

    @Test func `a secret and its file from one source contradict each other`() {
        var fixture = self.fixture(SettingsFixture.token)
        fixture.environment["TELEGRAM_TOKEN"] = SettingsFixture.token
        #expect(fixture.errors().map { $0.contains("both TELEGRAM_TOKEN and TELEGRAM_TOKEN_FILE are given") } == [true])
    }

    @Test func `from two sources, precedence decides between a secret and its file`() throws {
        var fixture = self.fixture("1:file")
        fixture.files[".env"] = "TELEGRAM_TOKEN=2:plain"
        #expect(try fixture.read().settings.telegram.token == Secret("1:file"))
        fixture.flags = ["TELEGRAM_TOKEN": "3:flag"]
        #expect(try fixture.read().settings.telegram.token == Secret("3:flag"))
    }

    @Test func `only secrets have files`() throws {
        #expect(try SettingsFixture.warnings(["WEBHOOK_PORT_FILE": "/x"]).count == 1)
    }
}
