import Testing

@testable import TelegramSimulator

@Suite struct TextCleanerTests {
    @Test func `white space around the text goes`() {
        #expect(TextCleaner.clean(FormattedText(" \n a b \n\t ")).text == "a b")
        #expect(TextCleaner.clean(FormattedText(" \n\t\r ")).text == "")
    }

    @Test func `control characters become spaces or nothing`() {
        #expect(TextCleaner.clean(FormattedText("a\tb\u{1}c\r\nd\u{202E}e")).text == "a b c\nde")
    }

    @Test func `entities move along`() {
        let bold = TextEntity(.bold, offset: 4, length: 6)
        let clean = TextCleaner.clean(FormattedText("  a\r😀bold  ", entities: [bold]))
        #expect(clean.text == "a😀bold")
        #expect(clean.entities == [TextEntity(.bold, offset: 1, length: 6)])
    }

    @Test func `marked white space at the beginning stays, at the end it goes`() {
        let clean = TextCleaner.clean(
            FormattedText("  x  ", entities: [TextEntity(.code, offset: 0, length: 5)]))
        #expect(clean == FormattedText("  x", entities: [TextEntity(.code, offset: 0, length: 3)]))
    }

    @Test func `an entity beyond the text is dropped`() {
        let clean = TextCleaner.clean(FormattedText("x", entities: [TextEntity(.bold, offset: 5, length: 2)]))
        #expect(clean.entities.isEmpty)
    }
}
