package import EventLog
internal import Foundation
package import Linking

/// A data directory that no service has open, read through a private copy of its log: nothing in it is changed, but for
/// projections when they are regenerated.
package struct OfflineData: Sendable {
    private let lock: DataDirectoryLock
    package let log: LevelDBEventLog
    private let directory: String
    private let projections: ProjectionDirectory

    /// - Throws: ``EventLogError``: not found, in use by another process, damaged.
    package init(directory: String, command: String) throws {
        guard FileManager.default.fileExists(atPath: directory) else {
            throw EventLogError.notFound(directory: directory)
        }
        self.lock = try DataDirectoryLock.acquire(directory: directory, command: command)
        self.log = try LevelDBEventLog.openPrivateCopy(of: directory, in: directory)
        self.directory = directory
        self.projections = ProjectionDirectory(dataDirectory: directory)
    }

    /// The log's first event.
    ///
    /// - Throws: ``EventLogError``, ``EventCodecError``.
    package func created() throws -> LogCreated? {
        guard let bytes = try self.log.record(1),
            case .logCreated(let created) = try EventDecoder.decode(bytes, seq: 1).event
        else { return nil }
        return created
    }

    /// Builds the projections anew and compares them with those there are, which are caught up for that.
    ///
    /// - Parameter dryRun: leave the directory as it is; otherwise the new ones are in use afterwards.
    package func rebuild(dryRun: Bool, progress: (UInt64) -> Void) throws -> RebuildReport {
        let began = ContinuousClock.now
        let current = self.projections.current
        let scratch = try Scratch(in: self.directory)
        let freshPath = dryRun ? scratch.path(of: "fresh") : self.projections.path(of: current + 1)
        if !dryRun {
            try self.projections.prepare()
            try self.projections.remove(current + 1)
        }
        let fresh = try ProjectionStore(path: freshPath)
        try ProjectionCatchUp(log: self.log, store: fresh).run(through: self.log.head.seq, progress: progress)
        try fresh.flush()
        var report = RebuildReport(
            events: fresh.checkpoint, generation: current + (dryRun ? 0 : 1), isSwitched: !dryRun,
            differences: try self.differences(of: fresh, scratch))
        if !dryRun {
            try self.projections.select(current + 1)
            try self.projections.remove(current)
        }
        report.seconds = (ContinuousClock.now - began) / .seconds(1)
        return report
    }

    /// Compares with a copy of the projections there are, so that catching those up changes nothing.
    private func differences(
        of fresh: ProjectionStore, _ scratch: Scratch
    ) throws -> ProjectionComparison.Differences {
        let path = self.projections.path(of: self.projections.current)
        let copy = scratch.path(of: "current")
        if FileManager.default.fileExists(atPath: path) {
            try FileManager.default.copyItem(atPath: path, toPath: copy)
        }
        let old = try ProjectionStore(path: copy)
        // Behind the log is no difference: a start catches up.
        try ProjectionCatchUp(log: self.log, store: old).run(through: self.log.head.seq)
        try old.flush()
        return try ProjectionComparison(old, fresh).run()
    }
}

/// A directory that goes away with its owner.
private final class Scratch {
    private let root: URL

    init(in directory: String) throws {
        self.root = URL(fileURLWithPath: directory).appendingPathComponent(".scratch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: self.root, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    deinit {
        try? FileManager.default.removeItem(at: self.root)
    }

    func path(of name: String) -> String { self.root.appendingPathComponent(name).path }
}
