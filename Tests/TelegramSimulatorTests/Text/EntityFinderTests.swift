import Testing

@testable import TelegramSimulator

@Suite struct EntityFinderTests {
    private func found(_ text: String) -> [String] {
        EntityFinder.complete(FormattedText(text)).entities.map { entity in
            let part = text.utf16.dropFirst(entity.offset).prefix(entity.length)
            return "\(entity.kind.rawValue) \(String(decoding: part, as: UTF16.self))"
        }
    }

    @Test(arguments: [
        ("/start abc", ["bot_command /start"]), ("/start@my_bot abc", ["bot_command /start@my_bot"]),
        ("😀 /help", ["bot_command /help"]), ("a/b", []), ("/usr/bin", []), ("//x", []), ("/", []),
        ("hi @annlee!", ["mention @annlee"]), ("a@example.com", []), ("@ab", []),
        ("see https://a.example/x?y=1.", ["url https://a.example/x?y=1"]),
        ("(http://b.example)", ["url http://b.example"]),
        ("#topic one", ["hashtag #topic"]), ("plain", []), ("http://", []),
    ])
    func `what Telegram marks by itself is found`(text: String, expected: [String]) {
        #expect(self.found(text) == expected)
    }

    @Test func `nothing is looked for in code`() {
        let code = FormattedText("/start", entities: [TextEntity(.code, offset: 0, length: 6)])
        #expect(EntityFinder.complete(code) == code)
    }
}
