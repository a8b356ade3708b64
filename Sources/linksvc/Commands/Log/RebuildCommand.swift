import ArgumentParser
import EventLog
import Foundation
import JSON
import JSONRPC
import LinkService

/// `linksvc rebuild`
struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Regenerate the projections from the log, and tell what differed.",
        discussion:
            "While a service runs, it does the work itself, beside what it serves, and switches over in one step.")

    @Flag(help: "Change nothing; exit with 1 if anything would.")
    var dryRun = false

    @OptionGroup
    var client: ClientOptions

    func run() async throws {
        let source = try await RecordSource.open(self.client, command: "linksvc rebuild")
        let report: ComparedProjections
        do {
            report = try await self.rebuild(source)
        } catch let exit as ExitCode {
            throw exit
        } catch {
            throw ServiceFailure(error).told()
        }
        try StandardOutput.print(self.client.json ? Self.json(report) : self.text(report))
        if self.dryRun, !report.isSame { throw ExitStatus.negative.exit }
    }

    private func rebuild(_ source: RecordSource) async throws -> ComparedProjections {
        let total = try await source.head().seq
        let terminal = Terminal.error(environment: ProcessInfo.processInfo.environment)
        var progress = ProgressLine("rebuilding", unit: "events", total: total, terminal: terminal)
        defer { progress.finish() }
        switch source {
        case .offline(let data):
            return ComparedProjections(try data.rebuild(dryRun: self.dryRun) { progress.update($0) })
        case .online(let caller):
            let parameters = Array("{\"dryRun\":\(self.dryRun)}".utf8)
            return try await caller.connected { client in
                async let answer = client.call("rebuild", params: parameters, timeout: .seconds(24 * 3_600))
                while terminal.isTerminal {
                    let status = try await client.call("status", params: Array("{}".utf8), timeout: .seconds(60))
                    guard let seq = status.root["rebuild"]?["seq"]?.uint64 else { break }
                    progress.update(seq)
                    try await Task.sleep(for: .milliseconds(200))
                }
                return try ComparedProjections(try await answer.root)
            }
        }
    }

    private func text(_ report: ComparedProjections) -> String {
        let seconds = String(format: "%.1f", report.seconds)
        let done = self.dryRun ? "would rebuild" : "rebuilt"
        return "\(done) \(report.keys) keys from \(report.events) events in \(seconds) s: \(report.text)"
    }

    private static func json(_ report: ComparedProjections) -> String {
        String(
            decoding: JSONWriter.object {
                $0.member("events", report.events)
                $0.member("keys", report.keys)
                $0.member("missing", report.missing)
                $0.member("extra", report.extra)
                $0.member("changed", report.changed)
                $0.member("seconds", report.seconds)
            }, as: UTF8.self)
    }
}
