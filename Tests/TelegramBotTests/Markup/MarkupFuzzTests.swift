import Testing

@testable import TelegramBot

/// The same numbers every time for the same seed.
private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var z = self.state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

struct MarkupFuzzTests {
    private static let pieces = [
        "*", "_", "__", "~", "||", "`", "```", "[", "]", "(", ")", "![", ">", "\n", "\r", "\\", "<b>", "</b>",
        "<a href=\"", "\">",
        "</", "<", ">", "&lt;", "&#", "&", "x", "é", "😀", " ", "\u{0}", "=", "'", "/", "tg://emoji?id=1", ".", "|", "!",
    ]

    @Test(arguments: ParseMode.allCases)
    func `any text at all gets an answer, and never a longer text than it was`(mode: ParseMode) {
        let seed = UInt64.random(in: .min ... .max)
        var numbers = Numbers(state: seed)
        for _ in 0..<5000 {
            let count = Int.random(in: 0..<12, using: &numbers)
            let text = (0..<count).map { _ in Self.pieces.randomElement(using: &numbers) ?? "" }.joined()
            if case .ok(let scalars) = MarkupCheck.text(text, mode: mode) {
                #expect((1...text.unicodeScalars.count).contains(scalars), "seed \(seed): \(text.debugDescription)")
            }
        }
    }
}
