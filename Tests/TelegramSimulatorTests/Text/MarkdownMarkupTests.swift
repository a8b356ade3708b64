import Testing

@testable import TelegramSimulator

@Suite struct MarkdownMarkupTests {
    @Test func `the legacy marks are read`() throws {
        let parsed = try MarkdownMarkup.parse("*b* _i_ `c` [l](https://a.example/) 1.5")
        #expect(parsed.text == "b i c l 1.5")
        #expect(parsed.entities.map(\.kind) == [.bold, .italic, .code, .textLink])
        #expect(parsed.entities.map(\.offset) == [0, 2, 4, 6])
        #expect(try MarkdownMarkup.parse(#"snake\_case"#).text == "snake_case")
    }

    @Test func `an open mark is reported`() {
        #expect(throws: MarkupError("Can't find end of the entity starting at byte offset 3")) {
            try MarkdownMarkup.parse("abc_def")
        }
    }
}
