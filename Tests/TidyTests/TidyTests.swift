import Foundation
import Testing

/// The rules of style that a compiler does not check.
@Suite struct TidyTests {
    static let sources = SourceTree.swiftFiles(in: "Sources")
    static let tests = SourceTree.swiftFiles(in: "Tests")

    @Test func `there are files to look at`() {
        #expect(Self.sources.count > 100)
        #expect(Self.tests.count > 50)
    }

    @Test(arguments: sources) func `a source file has at most 400 lines, none over 120 columns`(file: SourceTree.File) {
        #expect(file.lines.count <= 401)
        #expect(file.lines.allSatisfy { $0.count <= 120 })
    }

    @Test(arguments: tests) func `a test file has at most 500 lines`(file: SourceTree.File) {
        #expect(file.lines.count <= 501)
    }

    @Test(arguments: sources) func `nothing runs that nobody waits for, nothing is forced`(file: SourceTree.File) {
        for (number, line) in file.lines.enumerated() where !line.drop(while: \.isWhitespace).hasPrefix("//") {
            for forbidden in [" Task {", "Task.detached", "try!", " as!"] {
                #expect(!line.contains(forbidden), "\(file.path):\(number + 1)")
            }
        }
    }

    @Test(arguments: sources) func `an unchecked promise stands beside its reason`(file: SourceTree.File) {
        let lines = file.lines
        for (index, line) in lines.enumerated()
        where line.contains("@unchecked") || line.contains("nonisolated(unsafe)") {
            let around = lines[max(0, index - 4)...min(lines.count - 1, index + 3)]
            #expect(around.contains { $0.contains("//") }, "\(file.path):\(index + 1) gives no reason")
        }
    }

    @Test func `the domain imports nothing`() {
        for file in Self.sources where file.path.hasPrefix("Sources/Linking/") {
            #expect(!file.lines.contains { $0.contains("import ") && !$0.contains("//") }, "\(file.path)")
        }
    }

    @Test func `the simulator knows nothing of the service`() {
        let ours = ["LinkService", "Linking", "EventLog", "LevelDB", "JSONRPC", "TelegramBot", "Cryptography"]
        for file in Self.sources where file.path.hasPrefix("Sources/TelegramSimulator/") {
            for module in ours {
                #expect(!file.lines.contains { $0.hasSuffix("import \(module)") }, "\(file.path) imports \(module)")
            }
        }
    }

    @Test func `C pointers of LevelDB have one home`() {
        for file in Self.sources where !file.path.hasPrefix("Sources/LevelDB/") {
            #expect(!file.text.contains("import CLevelDB"), "\(file.path)")
        }
    }

    @Test(arguments: ["Utils", "Common", "Core", "Helpers"])
    func `no folder is named for nothing`(name: String) {
        #expect(!Self.sources.contains { $0.path.split(separator: "/").contains(Substring(name)) })
    }
}
