import Testing

@testable import TelegramBot

struct MarkdownMarkupTests {
    @Test(arguments: [
        ("*bold* _italic_ `code`", 16), ("```\nblock\n```", 5), ("```swift\nx = 1```", 5), ("[text](https://x/a_b)", 4),
        ("[text] more", 9), ("snake\\_case \\*x\\*", 14), ("1 + 1 = 2. (yes!) - a|b", 23), ("*a_b*", 3), ("[x](y", 1),
        ("a\\b", 3), ("héllo 😀", 7),
    ])
    func `what Telegram takes is counted without its markup`(text: String, scalars: Int) {
        #expect(MarkupCheck.text(text, mode: .markdown) == .ok(visibleScalars: scalars))
    }

    @Test(arguments: [
        ("snake_case", 5), ("*bold", 0), ("é `x", 3), ("[x", 0), ("```x", 0), ("*a* *b", 4),
    ])
    func `what is never closed is refused in Telegram's words`(text: String, offset: Int) {
        let fault = "can't parse entities: Can't find end of the entity starting at byte offset \(offset)"
        #expect(MarkupCheck.text(text, mode: .markdown) == .fault(fault))
    }
}
