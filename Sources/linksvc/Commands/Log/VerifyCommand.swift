import ArgumentParser
import Cryptography
import EventLog
import Foundation
import JSON
import LinkService

/// `linksvc verify`
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the log's order, records and tree, and that the projections follow from it.",
        discussion: """
            Prints "head SEQ:ROOT"; whoever notes it can check later with --head that nothing up to there was changed. \
            Exit status 65 and the first bad seq if something is wrong.
            """)

    @Option(help: ArgumentHelp("A head noted earlier, which the log must extend.", valueName: "seq:root"))
    var head: String?

    @OptionGroup
    var client: ClientOptions

    func validate() throws {
        if let head = self.head, LogHead(head) == nil {
            throw ValidationError("--head is SEQ:ROOT, as verify prints it")
        }
    }

    func run() async throws {
        let source = try await RecordSource.open(self.client, command: "linksvc verify")
        do {
            let checked = try await self.check(source)
            let report = try await self.checkProjections(source)
            guard report.isSame else {
                StandardError.print("linksvc: \(report.text)\nlinksvc rebuild regenerates the projections from the log")
                throw ExitStatus.damagedData.exit
            }
            try StandardOutput.print(self.client.json ? Self.json(checked, report) : "head \(checked)")
        } catch let exit as ExitCode {
            throw exit
        } catch {
            throw ServiceFailure(error).told()
        }
    }

    /// Reads every record up to the head of this moment, and returns that head.
    private func check(_ source: RecordSource) async throws -> LogHead {
        let head = try await source.head()
        var verifier = LogVerifier(noted: self.head.flatMap { LogHead($0) })
        let terminal = Terminal.error(environment: ProcessInfo.processInfo.environment)
        var progress = ProgressLine("verifying", unit: "records", total: head.seq, terminal: terminal)
        defer { progress.finish() }
        switch source {
        case .offline(let data):
            _ = try data.log.verify { seq, bytes in
                try verifier.add(bytes)
                if seq.isMultiple(of: 4_096) { progress.update(seq) }
            }
        case .online:
            let all = EventQuery(from: 1, limit: 1_000, types: nil, user: nil, chat: nil)
            try await source.forEach(from: 1, through: head.seq, filter: all) { bytes in
                try verifier.add(bytes)
                if verifier.head.seq.isMultiple(of: 4_096) { progress.update(verifier.head.seq) }
                return true
            }
        }
        try verifier.finish(at: head)
        return head
    }

    private func checkProjections(_ source: RecordSource) async throws -> ComparedProjections {
        switch source {
        case .offline(let data): ComparedProjections(try data.rebuild(dryRun: true) { _ in })
        case .online(let caller):
            try ComparedProjections(
                await caller.call("rebuild", Array(#"{"dryRun":true}"#.utf8), timeout: .seconds(3_600)).root)
        }
    }

    private static func json(_ head: LogHead, _ report: ComparedProjections) -> String {
        String(
            decoding: JSONWriter.object {
                $0.member("seq", head.seq)
                $0.member("root", head.root.hex)
                $0.member("keys", report.keys)
            }, as: UTF8.self)
    }
}
