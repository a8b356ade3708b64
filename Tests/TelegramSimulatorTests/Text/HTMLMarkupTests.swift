import Testing

@testable import TelegramSimulator

@Suite struct HTMLMarkupTests {
    @Test func `tags become entities in UTF-16 units`() throws {
        let parsed = try HTMLMarkup.parse("😀<b>bold <i>both</i></b>")
        #expect(parsed.text == "😀bold both")
        #expect(
            parsed.entities == [TextEntity(.bold, offset: 2, length: 9), TextEntity(.italic, offset: 7, length: 4)])
    }

    @Test(arguments: [
        ("<strong>x</strong>", TextEntity.Kind.bold), ("<em>x</em>", .italic), ("<ins>x</ins>", .underline),
        ("<del>x</del>", .strikethrough), ("<span class=\"tg-spoiler\">x</span>", .spoiler),
        ("<tg-spoiler>x</tg-spoiler>", .spoiler), ("<code>x</code>", .code), ("<pre>x</pre>", .pre),
        ("<blockquote>x</blockquote>", .blockquote), ("<blockquote expandable>x</blockquote>", .expandableBlockquote),
        ("<B>x</B>", .bold),
    ])
    func `each tag has its kind`(source: String, kind: TextEntity.Kind) throws {
        #expect(try HTMLMarkup.parse(source) == FormattedText("x", entities: [TextEntity(kind, offset: 0, length: 1)]))
    }

    @Test func `links and languages have arguments`() throws {
        let link = try HTMLMarkup.parse("<a href='https://a.example/?x=1&amp;y=2'>l</a>")
        #expect(link.entities.first?.argument == "https://a.example/?x=1&y=2")
        let code = try HTMLMarkup.parse("<pre><code class=\"language-swift\">let</code></pre>")
        #expect(code.entities == [TextEntity(.pre, offset: 0, length: 3, argument: "swift")])
        let user = try HTMLMarkup.parse("<a href=\"tg://user?id=12\">Ann</a>")
        #expect(user.entities == [TextEntity(.textMention, offset: 0, length: 3, argument: "12")])
    }

    @Test func `references are decoded, and what is none stays`() throws {
        #expect(try HTMLMarkup.parse("&lt;&gt;&amp;&quot;&#65;&#x1F600;").text == "<>&\"A😀")
        #expect(try HTMLMarkup.parse("a & b > c &nbsp; &;").text == "a & b > c &nbsp; &;")
    }

    @Test(arguments: [
        ("<x>a</x>", "Unsupported start tag \"x\" at byte offset 0"),
        ("ab <b", "Unclosed start tag at byte offset 3"),
        ("abcde</b>", "Unexpected end tag at byte offset 5"),
        ("<i>abcdef</b>", "Unmatched end tag at byte offset 9, expected \"</i>\", found \"</b>\""),
        ("<b>a", "Can't find end tag corresponding to start tag \"b\""),
        ("<span class=\"x\">a</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
        ("1 < 2", "Unsupported start tag \"\" at byte offset 2"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<a href=\"x", "Unclosed start tag at byte offset 0"),
    ])
    func `a fault is reported in Telegram's words`(source: String, reason: String) {
        #expect(throws: MarkupError(reason)) { try HTMLMarkup.parse(source) }
    }
}
