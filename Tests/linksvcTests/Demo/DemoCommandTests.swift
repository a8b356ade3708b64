import Foundation
import JSON
import NIOHTTP1
import Testing

@Suite(.timeLimit(.minutes(2)))
struct DemoCommandTests {
    private func post(_ path: String, _ body: String, to demo: RunningDemo, _ headers: (String, String)...) async throws
        -> Int
    {
        try await JSONEndpoint(url: demo.page).send(.POST, path, Array(body.utf8), headers: headers).status
    }

    @Test func `a second terminal links a user and notifies her`() async throws {
        try await RunningDemo.running { demo in
            #expect(demo.instructions.contains("notify ann \"Hello\" --data-dir \(demo.dataDirectory)"))
            let issued = try await demo.linksvc("issue-token", "ann")
            let token = try #require(issued.firstMatch(of: /\?start=([\w-]{43})/)).output.1
            let waiting = try await JSONDocument(demo.linksvc("issue-token", "ben", "--json")).root
            #expect(waiting["tokenId"] != nil)

            let id = try #require(issued.firstMatch(of: /token +(\S+)/)).output.1
            let start = #"{"payload":"\#(token)"}"#
            let started = try await JSONEndpoint(url: demo.control).send(.POST, "/users/7001/start", Array(start.utf8))
            #expect(started.status == 200)
            let redeemed = try await demo.linksvc("call", "waitForToken", #"{"tokenId":"\#(id)"}"#)
            #expect(try JSONDocument(redeemed).root["state"]?.string == "redeemed")

            let sent = try await demo.linksvc("notify", "ann", "Hello", "--wait")
            #expect(sent.contains("  sent"))
            #expect(try await demo.linksvc("links").contains("@ann_demo"))
            let messages = try await JSONEndpoint(url: demo.control).send(.GET, "/messages?chat=7001").json
            #expect(messages.root["messages"]?.elements.map { $0["text"]?.string ?? "" }.last == "Hello")
        }
    }

    @Test func `a temporary directory is removed at the end, a named one is kept and goes on`() async throws {
        var temporary = ""
        try await RunningDemo.running { temporary = $0.dataDirectory }
        #expect(!FileManager.default.fileExists(atPath: temporary))

        let named = "/tmp/linksvc-\(UUID().uuidString.prefix(8))"
        defer { try? FileManager.default.removeItem(atPath: named) }
        try await RunningDemo.running(["--data-dir", named]) { demo in
            let token = try await JSONDocument(demo.linksvc("issue-token", "ann", "--json")).root
            let start = JSONWriter.object { $0.member("payload", token["token"]?.string) }
            _ = try await JSONEndpoint(url: demo.control).send(.POST, "/users/7001/start", start)
            let id = token["tokenId"]?.string ?? ""
            _ = try await demo.linksvc("call", "waitForToken", #"{"tokenId":"\#(id)"}"#)
        }
        try await RunningDemo.running(["--data-dir", named]) { demo in
            let sent = try await demo.linksvc("notify", "ann", "Again", "--wait")
            #expect(sent.contains("  sent"))
        }
    }

    @Test func `other pages of the same browser are refused`() async throws {
        try await RunningDemo.running { demo in
            let user = #"{"userId":"ann"}"#
            #expect(try await self.post("api/issue", user, to: demo) == 200)
            #expect(try await self.post("api/issue", user, to: demo, ("Origin", "http://localhost:3000")) == 403)
            #expect(try await self.post("api/issue", user, to: demo, ("Sec-Fetch-Site", "same-site")) == 403)
            #expect(try await self.post("api/issue", user, to: demo, ("Content-Type", "text/plain")) == 403)
            #expect(try await self.post("api/issue", user, to: demo, ("Host", "rebound.example:80")) == 403)
            #expect(try await self.post("api/issue", "{", to: demo) == 400)
            #expect(try await self.post("api/start", #"{"chat":"nobody"}"#, to: demo) == 400)
            #expect(try await self.post("api/notify", #"{"userId":"ann","text":"x"}"#, to: demo) == 422)
            let large = #"{"userId":"\#(String(repeating: "x", count: 70_000))"}"#
            #expect(try await self.post("api/issue", large, to: demo) == 413)
            let page = try await JSONEndpoint(url: demo.page).send(.GET, "", headers: [("Host", "rebound.example")])
            #expect(page.status == 403)
        }
    }
}
