import HTTPTypes
import Testing

@testable import linksvc

@Suite struct DemoRuleTests {
    private func request(
        _ method: HTTPRequest.Method, path: String = "/", host: String? = "127.0.0.1:7480",
        _ fields: [(String, String)] = []
    ) -> HTTPRequest {
        var request = HTTPRequest(method: method, scheme: "http", authority: host, path: path)
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { request.headerFields[name] = value }
        }
        return request
    }

    @Test(arguments: ["127.0.0.1:7480", "127.0.0.1", "localhost:7480", "LOCALHOST", "[::1]:7480", "127.8.8.8:1"])
    func `loopback names are answered`(host: String) {
        #expect(DemoRule.admits(self.request(.get, host: host)))
    }

    @Test(arguments: ["evil.example", "127.0.0.1.evil.example:7480", "localhost.evil.example", "192.168.0.1:7480", ""])
    func `other names are not, nor is none`(host: String) {
        #expect(!DemoRule.admits(self.request(.get, host: host)))
        #expect(!DemoRule.admits(self.request(.get, host: nil)))
    }

    @Test func `the page may be opened from anywhere, its events may be read by itself alone`() {
        let foreign = [("Sec-Fetch-Site", "cross-site")]
        #expect(DemoRule.admits(self.request(.get, foreign)))
        #expect(!DemoRule.admits(self.request(.get, path: "/events", foreign)))
        #expect(DemoRule.admits(self.request(.get, path: "/events", [("Sec-Fetch-Site", "same-origin")])))
    }

    @Test func `only the page's own origin may post, and only JSON`() {
        let json = ("Content-Type", "application/json")
        let own = ("Origin", "http://127.0.0.1:7480")
        #expect(DemoRule.admits(self.request(.post, [json, own])))
        #expect(DemoRule.admits(self.request(.post, [("Content-Type", "application/json; charset=utf-8")])))
        #expect(!DemoRule.admits(self.request(.post, [own])))
        #expect(!DemoRule.admits(self.request(.post, [json, ("Origin", "http://127.0.0.1:3000")])))
        #expect(!DemoRule.admits(self.request(.post, [json, ("Origin", "null")])))
        #expect(!DemoRule.admits(self.request(.post, [json, own, ("Sec-Fetch-Site", "same-site")])))
        #expect(!DemoRule.admits(self.request(.delete, [json, own])))
    }
}
