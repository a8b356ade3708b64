import Testing

@testable import TelegramBot

struct MarkupCheckTests {
    private func count(_ text: String, _ mode: ParseMode? = nil) -> Int? {
        guard case .ok(let scalars) = MarkupCheck.text(text, mode: mode) else { return nil }
        return scalars
    }

    @Test func `length counts Unicode scalars, not UTF-16 units, bytes or characters`() {
        #expect(self.count("héllo") == 5)
        #expect(self.count("👨‍👩‍👧") == 5)
        #expect(self.count(String(repeating: "😀", count: 4096)) == 4096)
        #expect(MarkupCheck.text(String(repeating: "😀", count: 4097), mode: nil) == .fault("message is too long"))
        #expect(self.count(String(repeating: "x", count: 4096) + "   \n") == 4096)
    }

    @Test func `length is taken once markup is read`() {
        let text = "<b>" + String(repeating: "x", count: 4096) + "</b>"
        #expect(self.count(text, .html) == 4096)
        #expect(MarkupCheck.text(text, mode: nil) == .fault("message is too long"))
    }

    @Test func `too many bytes are too many whatever they show`() {
        let text = "<a href=\"" + String(repeating: "x", count: 32_768) + "\">x</a>"
        #expect(MarkupCheck.text(text, mode: .html) == .fault("text is too long"))
        let most = "<a href=\"" + String(repeating: "x", count: 32_768 - 16) + "\">x</a>"
        #expect(self.count(most, .html) == 1)
    }

    @Test(arguments: [ParseMode?.none, .html, .markdown, .markdownV2])
    func `nothing to see is refused`(mode: ParseMode?) {
        #expect(MarkupCheck.text("", mode: mode) == .fault("message text is empty"))
        for text in [" ", "\n\n \t", "\u{200B}\u{200D}", "\u{A0}\u{3000}", "\r", "\u{202E}", "\u{2800}"] {
            #expect(MarkupCheck.text(text, mode: mode) == .fault("text must be non-empty"))
        }
    }

    @Test func `markup around nothing is refused`() {
        #expect(MarkupCheck.text("<b></b>", mode: .html) == .fault("text must be non-empty"))
        #expect(MarkupCheck.text("<b> </b>\n", mode: .html) == .fault("text must be non-empty"))
        #expect(MarkupCheck.text("**", mode: .markdown) == .fault("text must be non-empty"))
        #expect(MarkupCheck.text("**", mode: .markdownV2) == .fault("text must be non-empty"))
    }

    @Test func `the ends are trimmed, but not within formatting at the start`() {
        #expect(self.count("  a b \n") == 3)
        #expect(self.count("  <b> a</b> ", .html) == 2)
        #expect(self.count("<b> a</b> ", .html) == 2)
        #expect(self.count("<b>  a </b>", .html) == 3)
    }

    @Test func `characters that Telegram drops do not count`() {
        #expect(self.count("a\r\nb") == 3)
        #expect(self.count("a\u{2028}b\u{202C}c") == 3)
        #expect(self.count("a\u{333}b\u{33F}c\u{30A}") == 3)
        #expect(self.count("a\tb\u{0}c") == 5)
    }

    @Test func `plain text may hold any mark`() {
        #expect(self.count("<b> & _*[`\\ .-!") == 15)
    }
}
