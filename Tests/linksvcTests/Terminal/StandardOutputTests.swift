import ArgumentParser
import Foundation
import Testing

@testable import linksvc

@Suite struct StandardOutputTests {
    @Test func `what is written arrives`() throws {
        let pipe = try TestPipe()
        try StandardOutput.write(Array("line\n".utf8), to: pipe.input)
        #expect(pipe.available() == "line\n")
    }

    @Test func `an output that is full is exit status 74`() throws {
        let full = open("/dev/full", O_WRONLY)
        defer { close(full) }
        let exit = #expect(throws: ExitCode.self) { try StandardOutput.write([1], to: full) }
        #expect(exit?.rawValue == linksvc.ExitStatus.inputOutput.rawValue)
    }
}
