import JSON
import Testing

@testable import TelegramBot

struct CommandTextTests {
    private func event(_ text: String, length: Int, offset: Int = 0, type: String = "bot_command") throws -> UpdateEvent
    {
        var writer = JSONWriter()
        writer.string(text)
        let json = #"""
            {"update_id":1,"message":{"chat":{"id":1,"type":"private"},
            "text":\#(String(decoding: writer.bytes, as: UTF8.self)),
            "entities":[{"type":"bold","offset":0,"length":2},
            {"type":"\#(type)","offset":\#(offset),"length":\#(length)}]}}
            """#
        return try #require(UpdateBody(Array(json.utf8))).update(for: "my_bot").event
    }

    @Test(arguments: [
        ("/start", 6, "start", ""), ("/start ", 6, "start", ""), ("/start TOKEN", 6, "start", "TOKEN"),
        ("/start   TOKEN  ", 6, "start", "TOKEN"), ("/start\nTOKEN\n", 6, "start", "TOKEN"),
        ("/START Token", 6, "start", "Token"), ("/start a  b", 6, "start", "a  b"), ("/help@MY_BOT", 12, "help", ""),
        ("/start@my_bot  x", 13, "start", "x"), ("/start 😀 ü", 6, "start", "😀 ü"),
    ])
    func `a command is cut from its argument`(text: String, length: Int, name: String, argument: String) throws {
        guard case .command(name, _, argument) = try self.event(text, length: length) else {
            Issue.record("\(try self.event(text, length: length))")
            return
        }
    }

    @Test func `a command to another bot means nothing here`() throws {
        #expect(try self.event("/start@other_bot TOKEN", length: 16) == .other)
    }

    @Test func `what only looks like a command is text`() throws {
        #expect(try self.event("/start TOKEN", length: 6, type: "code") == .text)
        #expect(try self.event("x /start TOKEN", length: 6, offset: 2) == .text)
        #expect(try self.event("start TOKEN", length: 5) == .text)
        #expect(try self.event("/@my_bot", length: 8) == .text)
    }

    @Test(arguments: [-1, 0, 1, 99, Int.max])
    func `an impossible length is text`(length: Int) throws {
        #expect(try self.event("/start TOKEN", length: length) == .text)
    }

    @Test func `lengths count UTF-16 units`() {
        #expect(CommandText("/😀 x", utf16Length: 3)?.argument == "x")
        #expect(CommandText("/😀 x", utf16Length: 3)?.name == "😀")
        // A length that cuts a character in two is none.
        #expect(CommandText("/😀 x", utf16Length: 2) == nil)
    }
}
