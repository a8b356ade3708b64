import Testing

@testable import TelegramBot

struct ParseModeTests {
    @Test func `names are known whatever their case`() {
        #expect(ParseMode(name: "html") == .html)
        #expect(ParseMode(name: "MARKDOWNV2") == .markdownV2)
        #expect(ParseMode(name: "Markdown") == .markdown)
        #expect(ParseMode(name: "none") == nil)
        #expect(ParseMode(name: "") == nil)
    }
}
