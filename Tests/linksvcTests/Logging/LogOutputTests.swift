import Testing

@testable import linksvc

@Suite struct LogOutputTests {
    private static let line = Array((String(repeating: "x", count: 999) + "\n").utf8)

    @Test func `a reader that stopped loses lines, and is told how many once it reads again`() throws {
        let pipe = try TestPipe()
        let output = LogOutput(descriptor: pipe.input, patience: .zero)
        // More than any pipe holds.
        for _ in 0..<2_000 { output.write(Self.line) }
        let lost = output.lostLines
        #expect(lost > 0 && lost < 2_000)

        let before = pipe.available().split(separator: "\n")
        output.write(Array("again\n".utf8))
        let after = pipe.available().split(separator: "\n").suffix(2)
        #expect(output.lostLines == 0)
        #expect(after.last == "again")
        #expect(after.first == "(\(lost) log lines were lost: nobody read them)")
        #expect(UInt64(before.filter { $0.utf8.count == 999 }.count) == 2_000 - lost)
    }

    @Test func `a line that was cut off does not run into the next`() throws {
        let pipe = try TestPipe()
        let output = LogOutput(descriptor: pipe.input, patience: .zero)
        let long = Array((String(repeating: "y", count: 12_000) + "\n").utf8)
        for _ in 0..<200 { output.write(long) }
        let before = pipe.available()
        output.write(Array("next\n".utf8))
        let all = (before + pipe.available()).split(separator: "\n")
        #expect(all.last == "next")
    }

    @Test func `a line without end is cut`() throws {
        let pipe = try TestPipe()
        let output = LogOutput(descriptor: pipe.input, patience: .zero)
        output.write(Array(repeating: UInt8(ascii: "z"), count: 1 << 20))
        let written = pipe.available()
        #expect(written.utf8.count <= LogOutput.lineBytesMax)
        #expect(written.hasSuffix("z…\n"))
    }

    @Test func `an output that is closed is survived`() {
        let output = LogOutput(descriptor: -1, patience: .zero)
        output.write(Self.line)
        #expect(output.lostLines == 1)
    }
}
