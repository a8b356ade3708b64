import Cryptography
import LevelDB

/// Opens a log that exists, and refuses one that is not whole. It repairs nothing.
struct LogOpener: Sendable {
    let location: LogLocation
    let options: LogOptions
    let disk: any LogDisk

    private static let anchorAdvice =
        "Without it nobody can tell whether the log is whole. Restore log and anchor from a backup."

    /// Opens the log and the anchor for appending. On return the anchor says on disk what the log holds: what a crash
    /// left half done is settled before anything new is written.
    func open() throws(EventLogError) -> (log: OpenedLog, anchor: AnchorWriter) {
        let (slot, index, isHealthy) = try self.anchorSlot()
        let log = try self.openDatabase(vouchedBy: slot.anchor)
        let file = try AnchorFile(path: self.location.anchor, slot: slot, index: index, disk: self.disk)
        let writer = try AnchorWriter(file)
        let settled = Anchor(settledAt: log.head)
        if slot.anchor != settled || !isHealthy { try writer.write(settled) }
        return (log, writer)
    }

    /// Opens the log and leaves the anchor as it is.
    func openForReading() throws(EventLogError) -> OpenedLog {
        try self.openDatabase(vouchedBy: try self.anchorSlot().slot.anchor)
    }

    private func anchorSlot() throws(EventLogError) -> (slot: AnchorSlot, index: Int, isHealthy: Bool) {
        switch try AnchorFile.find(self.location.anchor) {
        case .missing: throw self.anchorDamage("the anchor is missing")
        case .unreadable: throw self.anchorDamage("the anchor cannot be read")
        case .valid(let slot, let index, let isHealthy): return (slot, index, isHealthy)
        }
    }

    private func anchorDamage(_ reason: String) -> EventLogError {
        .damaged(seq: nil, file: self.location.anchor, reason: reason, advice: Self.anchorAdvice)
    }

    private func openDatabase(vouchedBy anchor: Anchor) throws(EventLogError) -> OpenedLog {
        let database: Database
        do throws(LevelDBError) {
            database = try self.disk.open(path: self.location.log, options: self.options.database)
        } catch {
            throw self.failure(error, anchor)
        }
        // LevelDB syncs neither the new CURRENT nor the new write-ahead log into the directory.
        try FileSystem.syncDirectory(self.location.log)
        let reader = LogReader(database: database, path: self.location.log)
        let log = try self.checkEnds(reader, anchor)
        try self.check(reader, log.head.seq, anchor)
        return log
    }

    /// Checks the last record and the nodes at the right edge, and that no table is missing from record 1 to there.
    private func checkEnds(_ reader: LogReader, _ anchor: Anchor) throws(EventLogError) -> OpenedLog {
        guard let last = try reader.lastKey() else {
            return OpenedLog(database: reader.database, head: .empty, frontier: MerkleFrontier())
        }
        guard last.completesRecord else { throw reader.damage(last.seq, "a tree node behind the record is missing") }
        if let gap = TableRanges.firstGap(in: reader.database, last: last) {
            throw reader.damage(gap.seq, "a table is missing or does not belong there")
        }
        var hasher = MerkleHasher()
        let frontier = try reader.frontier(at: last.seq)
        var recomputed = try reader.frontier(at: last.seq - 1)
        recomputed.append(leaf: try reader.leaf(last.seq), with: &hasher)
        guard recomputed == frontier else { throw reader.damage(last.seq, "the record is not what was written") }
        let head = LogHead(seq: last.seq, root: frontier.root(with: &hasher))
        return OpenedLog(database: reader.database, head: head, frontier: frontier)
    }

    /// A log behind `settled` has lost acknowledged records. Between `settled` and `head`, or beyond: a crash.
    private func check(_ reader: LogReader, _ seq: UInt64, _ anchor: Anchor) throws(EventLogError) {
        guard seq >= anchor.settled.seq else {
            throw reader.damage(
                seq + 1, "the log ends at seq \(seq), the anchor says that it reached \(anchor.settled.seq)")
        }
        for vouched in [anchor.settled, anchor.head] where vouched.seq <= seq {
            guard try reader.root(at: vouched.seq) == vouched.root else {
                throw reader.damage(
                    nil, "the root at seq \(vouched.seq) is not \(vouched.root.hex), as the anchor says")
            }
        }
    }

    /// What LevelDB's refusal to open means. Whatever it calls it, a log that was there and does not open is damaged,
    /// unless the machine is at fault.
    private func failure(_ error: LevelDBError, _ anchor: Anchor) -> EventLogError {
        switch error.kind {
        case .inUse: return .inUse(pid: 0, command: "")
        case .io where FileSystem.blamesMachine(error.message):
            return .io(error.message)
        case .corruption, .io, .notFound, .invalidArgument, .other:
            let seq = anchor.hasRecords ? nil : UInt64(1)
            return .damaged(seq: seq, file: self.location.log, reason: error.message, advice: LogReader.advice)
        }
    }
}
