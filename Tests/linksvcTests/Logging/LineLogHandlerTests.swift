import LinkService
import Logging
import Testing

@testable import linksvc

@Suite struct LineLogHandlerTests {
    private struct Odd: Error, CustomStringConvertible {
        var description: String { "GET /bot123456:AAbbCCdd/getMe failed" }
    }

    private func logged(
        _ settings: LogSettings = LogSettings(), metadataProvider: Logger.MetadataProvider? = nil,
        _ body: (inout Logger) -> Void
    ) throws -> [String] {
        let pipe = try TestPipe()
        let redactor = Redactor([Secret("123456:AAbbCCdd")])
        let output = LogOutput(descriptor: pipe.input)
        var logger = Logger(label: "test") { label in
            var handler = LineLogHandler(label: label, settings: settings, redactor: redactor, output: output)
            handler.metadataProvider = metadataProvider
            return handler
        }
        body(&logger)
        return pipe.available().split(separator: "\n").map { String($0.drop { $0 != " " }.dropFirst()) }
    }

    @Test func `only what is at or above the level is written`() throws {
        let lines = try self.logged(LogSettings(level: .warning)) { logger in
            logger.info("no")
            logger.warning("yes")
            logger.critical("yes too")
        }
        #expect(lines == ["warning test: yes", "critical test: yes too"])
    }

    @Test func `secrets are removed from message, keys, values and errors, in both formats`() throws {
        for format in LogFormat.allCases {
            let lines = try self.logged(LogSettings(format: format)) { logger in
                logger.info(
                    "123456:AAbbCCdd", metadata: ["123456:AAbbCCdd": ["x": ["123456:AAbbCCdd"]], "u": "\(Odd())"])
                logger.error("failed", error: Odd())
            }
            #expect(lines.count == 2)
            #expect(lines.allSatisfy { !$0.contains("AAbbCCdd") && $0.contains("<redacted>") })
        }
    }

    @Test func `the event's metadata wins over the task's, and that over the logger's`() throws {
        let provider = Logger.MetadataProvider { ["b": "task", "c": "task"] }
        let lines = try self.logged(metadataProvider: provider) { logger in
            logger[metadataKey: "a"] = "logger"
            logger[metadataKey: "b"] = "logger"
            logger.info("m", metadata: ["c": "event"])
        }
        #expect(lines == ["info test: m a=logger b=task c=event"])
    }
}
