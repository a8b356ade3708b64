import Testing

@testable import TelegramBot

struct HTMLMarkupTests {
    @Test(arguments: [
        ("a <b>b</b> <i>c</i> <u>d</u> <s>e</s>", 9),
        ("<strong>a</strong><em>b</em><ins>c</ins><strike>d</strike><del>e</del>", 5),
        ("<code>a</code><pre>b</pre><pre><code class=\"language-swift\">c</code></pre>", 3),
        ("<a href=\"https://x/?a=1&amp;b=2\">link</a>", 4), ("<a href='tg://user?id=1'>x</a>", 1), ("<a>x</a>", 1),
        ("<blockquote>a</blockquote><blockquote expandable>b</blockquote>", 2),
        ("<tg-spoiler>a</tg-spoiler><span class=\"tg-spoiler\">b</span>", 2),
        ("<tg-emoji emoji-id=\"5368324170671202286\">👍</tg-emoji>", 1),
        ("<tg-time unix=\"1647531900\" format=\"wDT\">x</tg-time>", 1),
        ("<b>bold <i>both</i></b>", 9), ("<B>x</b >", 1), ("<b>x</>", 1), ("<b class=x id = \"y\">x</b>", 1),
        ("1 &lt; 2 &gt; 0 &amp;&quot;", 12), ("&#65;&#x42;&#128512;", 3), ("&lt;b&gt;", 3), ("a & b > c", 9),
        ("&nbsp;&copy;", 12), ("&#0;", 4), ("&lt", 1), ("<a href=>x</a>", 1), ("&#x110000;", 10),
    ])
    func `what Telegram takes is counted without its markup`(text: String, scalars: Int) {
        #expect(MarkupCheck.text(text, mode: .html) == .ok(visibleScalars: scalars))
    }

    @Test(arguments: [
        ("<x>a</x>", "Unsupported start tag \"x\" at byte offset 0"),
        ("1 < 2", "Unsupported start tag \"\" at byte offset 2"),
        ("ab <b", "Unclosed start tag at byte offset 3"), ("<", "Unclosed start tag at byte offset 0"),
        ("<br/>", "Unsupported start tag \"br/\" at byte offset 0"),
        ("<b>a", "Can't find end tag corresponding to start tag \"b\""),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x<i>y</b></i>", "Unmatched end tag at byte offset 8, expected \"</i>\", found \"</b>\""),
        ("<b>x</b", "Unclosed end tag at byte offset 4"), ("<b>x</b y>", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
        ("<span class=\"x\">x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
        ("<a href=http://x>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<a href=\"x\"/>y</a>", "Empty attribute name in the tag \"a\" at byte offset 0"),
        ("<a =x>y</a>", "Empty attribute name in the tag \"a\" at byte offset 0"),
        ("<a href", "Unclosed start tag \"a\" at byte offset 0"),
        ("<a href=", "Unclosed start tag \"a\" at byte offset 0"),
        ("<a href=\"x", "Unclosed start tag at byte offset 0"),
        ("<tg-emoji emoji-id=\"x\">y</tg-emoji>", "Invalid custom emoji identifier specified"),
        ("<tg-time unix=\"1\" format=\"q\">y</tg-time>", "Invalid date format used"),
        (
            "&#55357;",
            "Text contains invalid Unicode characters after decoding HTML entities, "
                + "check for unmatched surrogate code units"
        ),
    ])
    func `what Telegram refuses is refused in its words`(text: String, fault: String) {
        #expect(MarkupCheck.text(text, mode: .html) == .fault("can't parse entities: \(fault)"))
    }
}
