import Testing

@testable import TelegramSimulator

@Suite struct MarkdownV2MarkupTests {
    @Test(arguments: [
        ("*x*", TextEntity(.bold, offset: 0, length: 1)), ("_x_", TextEntity(.italic, offset: 0, length: 1)),
        ("__x__", TextEntity(.underline, offset: 0, length: 1)),
        ("~x~", TextEntity(.strikethrough, offset: 0, length: 1)),
        ("||x||", TextEntity(.spoiler, offset: 0, length: 1)), ("`x`", TextEntity(.code, offset: 0, length: 1)),
        ("```\nx```", TextEntity(.pre, offset: 0, length: 1)),
        ("```swift\nx```", TextEntity(.pre, offset: 0, length: 1, argument: "swift")),
        ("[x](https://a.example/\\))", TextEntity(.textLink, offset: 0, length: 1, argument: "https://a.example/)")),
        ("![x](tg://emoji?id=53)", TextEntity(.customEmoji, offset: 0, length: 1, argument: "53")),
        (">x", TextEntity(.blockquote, offset: 0, length: 1)),
        (">x||", TextEntity(.expandableBlockquote, offset: 0, length: 1)),
    ])
    func `each mark has its kind`(source: String, entity: TextEntity) throws {
        #expect(try MarkdownV2Markup.parse(source) == FormattedText("x", entities: [entity]))
    }

    @Test func `marks nest`() throws {
        let parsed = try MarkdownV2Markup.parse("*bold _both_*")
        #expect(parsed.text == "bold both")
        #expect(
            parsed.entities == [TextEntity(.bold, offset: 0, length: 9), TextEntity(.italic, offset: 5, length: 4)])
    }

    @Test func `escaped characters are plain`() throws {
        #expect(try MarkdownV2Markup.parse(#"1\.5 \- \*x\* \\"#) == FormattedText(#"1.5 - *x* \"#))
    }

    @Test func `in code only the backtick is a mark`() throws {
        let parsed = try MarkdownV2Markup.parse("`a.b-c!`")
        #expect(parsed == FormattedText("a.b-c!", entities: [TextEntity(.code, offset: 0, length: 6)]))
    }

    @Test func `a quotation goes over lines`() throws {
        let parsed = try MarkdownV2Markup.parse(">a\n>b\nc")
        #expect(parsed == FormattedText("a\nb\nc", entities: [TextEntity(.blockquote, offset: 0, length: 3)]))
    }

    @Test(arguments: [
        ("a.b", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("1-2", "Character '-' is reserved and must be escaped with the preceding '\\'"),
        ("a|b", "Character '|' is reserved and must be escaped with the preceding '\\'"),
        ("hello world *bold", "Can't find end of Bold entity at byte offset 12"),
        ("_x", "Can't find end of Italic entity at byte offset 0"),
        ("[x", "Can't find end of TextUrl entity at byte offset 0"),
        ("```swift\nx", "Can't find end of PreCode entity at byte offset 0"),
        ("[x](http://a", "Can't find end of a URL at byte offset 4"),
    ])
    func `a fault is reported in Telegram's words`(source: String, reason: String) {
        #expect(throws: MarkupError(reason)) { try MarkdownV2Markup.parse(source) }
    }
}
