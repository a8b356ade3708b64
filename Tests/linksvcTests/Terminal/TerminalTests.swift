import Testing

@testable import linksvc

@Suite struct TerminalTests {
    @Test(
        arguments: [
            (true, [:], true), (false, [:], false), (true, ["NO_COLOR": "1"], false), (true, ["NO_COLOR": ""], true),
            (true, ["TERM": "dumb"], false),
        ] as [(Bool, [String: String], Bool)])
    func `colour is for people who did not refuse it`(isTerminal: Bool, environment: [String: String], usesColour: Bool)
    {
        let terminal = Terminal(isTerminal: isTerminal, environment: environment)
        #expect(terminal.usesColour == usesColour)
        #expect(terminal.painted("x", .red) == (usesColour ? "\u{1B}[31mx\u{1B}[0m" : "x"))
    }
}
