internal import EventLog
internal import Foundation
internal import JSONRPC
internal import NIOPosix
internal import Synchronization

/// Regenerates the projections beside the old ones and switches to them.
final class Rebuilding: Sendable {
    /// The new generation is handed over once it is this close to the head: the rest takes no time.
    private static let lagMax: UInt64 = 1_000

    private enum Phase {
        case idle
        case running(seq: UInt64)
    }

    private let journal: Journal
    private let log: any EventLog
    private let directory: ProjectionDirectory
    private let phase = Mutex(Phase.idle)

    init(journal: Journal, log: any EventLog, directory: ProjectionDirectory) {
        self.journal = journal
        self.log = log
        self.directory = directory
    }

    var progress: (seq: UInt64, head: UInt64)? {
        guard case .running(let seq) = self.phase.withLock({ $0 }) else { return nil }
        return (seq, self.log.head.seq)
    }

    /// - Throws: overload while another rebuild runs; ``ProjectionError``, ``EventLogError``: the old ones stay in use.
    func run(dryRun: Bool) async throws -> RebuildReport {
        let isFirst = self.phase.withLock { phase in
            guard case .idle = phase else { return false }
            phase = .running(seq: 0)
            return true
        }
        guard isFirst else { throw RPCError.overloaded }
        defer { self.phase.withLock { $0 = .idle } }
        let began = ContinuousClock.now
        let number = self.directory.current + 1
        try self.directory.remove(number)
        let path = self.directory.path(of: number)
        let fresh = try await NIOThreadPool.singleton.runIfActive {
            let fresh = try ProjectionStore(path: path)
            while self.log.head.seq - fresh.checkpoint > Self.lagMax {
                try self.catchUp(fresh)
            }
            return fresh
        }
        var report = try await self.journal.exclusively { [log, directory] current in
            try ProjectionCatchUp(log: log, store: fresh).run(through: log.head.seq)
            try current.flush()
            let differences = try ProjectionComparison(current, fresh).run()
            let report = RebuildReport(
                events: fresh.checkpoint, generation: number, isSwitched: !dryRun, differences: differences)
            guard !dryRun else { return (current, report) }
            try directory.select(number)
            return (fresh, report)
        }
        report.seconds = Double((ContinuousClock.now - began) / .milliseconds(1)) / 1_000
        try self.directory.remove(dryRun ? number : number - 1)
        return report
    }

    private func catchUp(_ store: ProjectionStore) throws {
        try ProjectionCatchUp(log: self.log, store: store).run(through: self.log.head.seq) { seq in
            self.phase.withLock { $0 = .running(seq: seq) }
        }
    }
}
