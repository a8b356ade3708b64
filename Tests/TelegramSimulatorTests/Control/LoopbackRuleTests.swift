import Testing

@testable import TelegramSimulator

@Suite struct LoopbackRuleTests {
    private let rule = LoopbackRule(host: "127.0.0.1")

    @Test(arguments: [
        "localhost", "LOCALHOST:8081", "127.0.0.1:80", "127.9.9.9", "[::1]:8081", "demo.localhost:1", nil,
    ])
    func `this machine is admitted`(host: String?) {
        #expect(self.rule.admits(host: host))
    }

    @Test(arguments: ["evil.example", "127.0.0.1.evil.example", "10.0.0.1:80", "localhost.evil.example", "", "[::2]"])
    func `another name that points here is not`(host: String) {
        #expect(!self.rule.admits(host: host))
    }

    @Test func `the configured address is admitted too`() {
        #expect(LoopbackRule(host: "192.168.1.5").admits(host: "192.168.1.5:8081"))
    }

    @Test func `a page from elsewhere is not admitted`() {
        #expect(self.rule.admits(origin: nil))
        #expect(self.rule.admits(origin: "http://localhost:7000"))
        #expect(!self.rule.admits(origin: "https://evil.example"))
        #expect(!self.rule.admits(origin: "null"))
    }
}
