import Testing

@testable import linksvc

@Suite struct ProgressLineTests {
    private final class Screen {
        var text = ""
    }

    @Test(
        arguments: [
            (520_000, 1_000_000, 2, "rebuild  52 %  520,000 of 1,000,000 records  260,000/s  2 s left"),
            (0, 1_000_000, 2, "rebuild  0 %  0 of 1,000,000 records  0/s"),
            (10, 10_000, 1, "rebuild  0 %  10 of 10,000 records  10/s  16 min 39 s left"),
            (5, 4, 1, "rebuild  100 %  4 of 4 records  5/s  0 s left"),
            (1_234, nil, 1, "rebuild  1,234 records  1,234/s"),
            (3, 0, 1, "rebuild  3 records  3/s"),
        ] as [(UInt64, UInt64?, Int, String)])
    func `progress tells share, speed and time left`(done: UInt64, total: UInt64?, seconds: Int, text: String) {
        #expect(ProgressLine.text("rebuild", "records", done: done, of: total, after: .seconds(seconds)) == text)
    }

    @Test func `it is drawn at a terminal, not too often, and removed in the end`() {
        let screen = Screen()
        let now = ContinuousClock.now
        var line = ProgressLine(
            "r", unit: "x", total: nil, terminal: Terminal(isTerminal: true, environment: [:]),
            write: { screen.text += $0 })
        line.update(1, now: now)
        line.update(2, now: now + .milliseconds(99))
        line.update(3, now: now + .milliseconds(101))
        line.finish()
        #expect(screen.text.split(separator: "\r").count == 3)
        #expect(screen.text.hasSuffix("\r\u{1B}[K"))
    }

    @Test func `where nobody looks nothing is written`() {
        let screen = Screen()
        var line = ProgressLine(
            "r", unit: "x", total: nil, terminal: Terminal(isTerminal: false, environment: [:]),
            write: { screen.text += $0 })
        line.update(1)
        line.finish()
        #expect(screen.text == "")
    }
}
