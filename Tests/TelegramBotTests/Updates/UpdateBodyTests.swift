import JSON
import Testing

@testable import TelegramBot

struct UpdateBodyTests {
    private func text(_ body: UpdateBody) -> String {
        String(decoding: body.json, as: UTF8.self)
    }

    @Test func `white space between tokens goes, everything else stays`() throws {
        let body = try #require(
            UpdateBody(Array("{\"update_id\":1,\n\"message\" : {\"text\":\" a \\u00e9 \", \"n\":1.50e+2}}".utf8)))
        #expect(self.text(body) == #"{"update_id":1,"message":{"text":" a \u00e9 ","n":1.50e+2}}"#)
        #expect(body.form == .verbatim)
        #expect(body.updateID == 1)
    }

    @Test(arguments: [
        #"{"update_id":1,"update_id":2,"message":{"text":"a"}}"#, #"{"update_id":1,"message":{"text":"\ud83d"}}"#,
        #"{"update_id":1,"x":\#(String(repeating: "[", count: 5000))\#(String(repeating: "]", count: 5000))}"#,
    ])
    func `JSON that the strict reader refuses is kept as a string of its text`(json: String) throws {
        let body = try #require(UpdateBody(Array(json.utf8)))
        #expect(body.form == .quoted)
        #expect(body.updateID == 1)
        let kept = try JSONDocument(body.json)
        #expect(kept.root.string == json)
    }

    @Test(arguments: [
        "", " ", "{", "{\"a\":1}}", "nul", "{'a':1}", "[1,]", "<html></html>", "\u{FEFF}{}", "{\"a\":\"\n\"}",
    ])
    func `what is no JSON is no update`(text: String) {
        #expect(UpdateBody(Array(text.utf8)) == nil)
    }

    @Test func `bytes that are not UTF-8 are no update`() {
        #expect(UpdateBody(Array("{\"a\":\"".utf8) + [0xFF] + Array("\"}".utf8)) == nil)
    }

    @Test(arguments: ["7", "null", "[]", "\"x\"", "true"])
    func `any JSON value is an update, if need be one without an id`(text: String) throws {
        let body = try #require(UpdateBody(Array(text.utf8)))
        #expect(body.updateID == nil)
        #expect(self.text(body) == text)
    }
}
