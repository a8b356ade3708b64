import Testing

@testable import TelegramBot

struct MarkupFuzzTests {
    private static let pieces = [
        "*", "_", "__", "~", "||", "`", "```", "[", "]", "(", ")", "![", ">", "\n", "\r", "\\", "<b>", "</b>",
        "<a href=\"", "\">",
        "</", "<", ">", "&lt;", "&#", "&", "x", "é", "😀", " ", "\u{0}", "=", "'", "/", "tg://emoji?id=1", ".", "|", "!",
    ]

    @Test(arguments: ParseMode.allCases)
    func `any text at all gets an answer, and never a longer text than it was`(mode: ParseMode) {
        let seed = UInt64.random(in: .min ... .max)
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<5000 {
            let count = Int.random(in: 0..<12, using: &numbers)
            let text = (0..<count).map { _ in Self.pieces.randomElement(using: &numbers) ?? "" }.joined()
            if case .ok(let scalars) = MarkupCheck.text(text, mode: mode) {
                #expect((1...text.unicodeScalars.count).contains(scalars), "seed \(seed): \(text.debugDescription)")
            }
        }
    }
}
