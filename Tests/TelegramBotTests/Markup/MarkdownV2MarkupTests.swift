import Testing

@testable import TelegramBot

struct MarkdownV2MarkupTests {
    @Test(arguments: [
        ("*bold* _italic_ __under__ ~strike~ ||spoiler||", 32), ("*bold _both_*", 9), ("`a.b-c!` ```pre.```", 11),
        ("```swift\nlet x = 1\n```", 9), ("```\nx```", 1), ("[text](https://x/a_b.c?d=1)", 4),
        ("[text](https://x/a\\)b)", 4), ("[text]", 4), ("![👍](tg://emoji?id=5368324170671202286)", 1),
        ("![now](tg://time?unix=1647531900&format=wDT)", 3), ("a\\.b\\-c\\!", 6), ("\\\\", 1), ("\\*", 1), ("a\\b", 2),
        (">quote\n>more\nafter", 16), (">a\n>b||", 3), (">a||\nb", 3), (">a\\|\\|\n>b||", 5), ("`a\\`b`", 3),

        ("héllo 😀", 7), ("a\nb", 3),
    ])
    func `what Telegram takes is counted without its markup`(text: String, scalars: Int) {
        #expect(MarkupCheck.text(text, mode: .markdownV2) == .ok(visibleScalars: scalars))
    }

    @Test(arguments: [
        ("Hello.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a-b", "Character '-' is reserved and must be escaped with the preceding '\\'"),
        ("a!", "Character '!' is reserved and must be escaped with the preceding '\\'"),
        ("(a", "Character '(' is reserved and must be escaped with the preceding '\\'"),
        ("a | b", "Character '|' is reserved and must be escaped with the preceding '\\'"),
        ("a>b", "Character '>' is reserved and must be escaped with the preceding '\\'"),
        ("a]", "Character ']' is reserved and must be escaped with the preceding '\\'"),
        ("*bold", "Can't find end of Bold entity at byte offset 0"),
        ("é _x", "Can't find end of Italic entity at byte offset 3"),
        ("__x", "Can't find end of Underline entity at byte offset 0"),
        ("~x", "Can't find end of Strikethrough entity at byte offset 0"),
        ("||x", "Can't find end of Spoiler entity at byte offset 0"),
        ("`x", "Can't find end of Code entity at byte offset 0"),
        ("```x", "Can't find end of Pre entity at byte offset 0"),
        ("```swift\nx", "Can't find end of PreCode entity at byte offset 0"),
        ("[x", "Can't find end of TextUrl entity at byte offset 0"),
        ("[x](y", "Can't find end of a URL at byte offset 4"),
        ("![x]", "The entity must contain a tg://emoji or tg://time URL"),
        ("![x](https://x)", "Invalid tg://emoji or tg://time URL specified"),
        ("![x](tg://emoji?id=0)", "Invalid tg://emoji or tg://time URL specified"),
        ("*a _b* c_", "Can't find end of Italic entity at byte offset 8"),
        (">*a\nb*", "Can't find end of Bold entity at byte offset 1"),
        (">a ||b\nc||", "Can't find end of Spoiler entity at byte offset 3"),
    ])
    func `what Telegram refuses is refused in its words`(text: String, fault: String) {
        #expect(MarkupCheck.text(text, mode: .markdownV2) == .fault("can't parse entities: \(fault)"))
    }
}
