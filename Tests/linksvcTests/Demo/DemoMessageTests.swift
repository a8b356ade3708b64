import JSON
import Testing

@testable import linksvc

@Suite struct DemoMessageTests {
    private func record(_ text: String, chat: Int64 = 7_001, type: String = "update.received") throws -> JSONValue {
        let json = """
            {"type":"\(type)","personal":{"update":{"message":{"message_id":3,"date":9,"text":"\(text)",
            "from":{"first_name":"Ann"},"chat":{"id":\(chat)}}}}}
            """
        return try JSONDocument(json).root
    }

    @Test func `what somebody wrote is found in the log`() throws {
        let message = DemoMessage(record: try self.record("/help"))
        #expect(message == DemoMessage(chat: .ann, id: 3, author: "Ann", text: "/help", time: 9_000))
    }

    @Test func `a start is shown as the apps show it, without its parameter`() throws {
        #expect(DemoMessage(record: try self.record("/start sha256:ab12"))?.text == "/start")
    }

    @Test func `other chats and other records are none`() throws {
        #expect(DemoMessage(record: try self.record("x", chat: 5)) == nil)
        #expect(DemoMessage(record: try self.record("x", type: "token.issued")) == nil)
        #expect(DemoMessage(record: try JSONDocument("[]").root) == nil)
    }
}
