package import EventLog
internal import Foundation
internal import Linking
package import Logging

/// A data directory that this process has for itself: its log, and projections that are caught up with it.
package struct OpenedData: Sendable {
    package let lock: DataDirectoryLock
    package let log: LevelDBEventLog
    package let store: ProjectionStore
    package let projections: ProjectionDirectory
    /// The log's first event; nil in a new log.
    let created: LogCreated?
    /// The time of the log's last record, in milliseconds since 1970.
    let lastTime: Timestamp

    /// Opens the directory for writing, creating what is missing, and catches the projections up.
    ///
    /// Blocks. Projections that cannot be read, or are ahead of the log, are rebuilt.
    ///
    /// - Throws: ``EventLogError``: in use, damaged, or the disk refused; ``EventCodecError`` for records of a later
    /// version.
    package init(directory: String, command: String, logger: Logger) throws {
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        self.lock = try DataDirectoryLock.acquire(directory: directory, command: command)
        var options = LogOptions()
        // Projections without a log are the trace of a log that was lost: that is no new directory.
        options.tracesOfEarlierLog = ["projections"]
        self.log = try LevelDBEventLog.open(directory: directory, mode: .createIfEmpty, options: options)
        self.projections = ProjectionDirectory(dataDirectory: directory)
        try self.projections.prepare()
        self.store = try Self.openStore(self.projections, self.log, logger)
        let head = self.log.head.seq
        self.created = try Self.created(in: self.log)
        self.lastTime =
            try self.log.record(head).map { try EventDecoder.decode($0, seq: head).time }
            ?? Timestamp(milliseconds: 0)
    }

    private static func openStore(
        _ projections: ProjectionDirectory, _ log: LevelDBEventLog, _ logger: Logger
    ) throws -> ProjectionStore {
        let current = projections.current
        do {
            let store = try ProjectionStore(path: projections.path(of: current))
            if store.checkpoint <= log.head.seq {
                try Self.catchUp(store, log, logger)
                return store
            }
            logger.warning("the projections are ahead of the log and are rebuilt")
        } catch let error as ProjectionError {
            logger.warning("the projections cannot be used and are rebuilt", metadata: ["error": "\(error)"])
        }
        try projections.remove(current)
        let store = try ProjectionStore(path: projections.path(of: current))
        try Self.catchUp(store, log, logger)
        return store
    }

    private static func catchUp(_ store: ProjectionStore, _ log: LevelDBEventLog, _ logger: Logger) throws {
        let head = log.head.seq
        guard store.checkpoint < head else { return }
        logger.info("catching up projections", metadata: ["from": "\(store.checkpoint + 1)", "to": "\(head)"])
        try ProjectionCatchUp(log: log, store: store).run(through: head)
    }

    private static func created(in log: LevelDBEventLog) throws -> LogCreated? {
        guard let first = try log.record(1) else { return nil }
        guard case .logCreated(let created) = try EventDecoder.decode(first, seq: 1).event else {
            throw EventCodecError.malformed(seq: 1, member: "type")
        }
        return created
    }
}
