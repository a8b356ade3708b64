import Cryptography
import LevelDB

/// What the one writer of an open log needs: the end of the log, the anchor, and the batch it fills anew for each
/// append.
final class LogWriter {
    /// What an append will have made of the log.
    struct Plan {
        let head: LogHead
        let frontier: MerkleFrontier
    }

    /// A batch that grew beyond this gives its memory back.
    private static let keptByteCount = 4 * 1024 * 1024

    /// The end of what is durable.
    private(set) var head: LogHead
    /// What the anchor says is settled.
    private(set) var settled: LogHead
    private let anchor: AnchorWriter
    private var frontier: MerkleFrontier
    private var batch = WriteBatch()
    private var hasher = MerkleHasher()

    /// The writer of a log that was just opened: the anchor says what the log holds.
    init(_ log: OpenedLog, _ anchor: AnchorWriter) {
        self.head = log.head
        self.settled = log.head
        self.anchor = anchor
        self.frontier = log.frontier
    }

    /// Puts records and the nodes that they complete into the batch, in the order of their keys.
    func plan(_ records: [Record], _ limits: LogLimits) throws(EventLogError) -> Plan {
        try RecordCheck.check(records, after: self.head.seq, limits)
        if self.batch.byteCount > Self.keptByteCount { self.batch = WriteBatch() } else { self.batch.clear() }
        var frontier = self.frontier
        for record in records {
            record.bytes.withUnsafeBytes { bytes in
                LogKey(seq: record.seq, level: 0).withBytes { self.batch.put($0, bytes) }
                let leaf = self.hasher.leaf(bytes)
                frontier.append(leaf: leaf, with: &self.hasher) { level, node in
                    LogKey(seq: record.seq, level: level).withBytes { key in
                        node.withUnsafeBytes { self.batch.put(key, $0) }
                    }
                }
            }
        }
        let root = frontier.root(with: &self.hasher)
        return Plan(head: LogHead(seq: frontier.size, root: root), frontier: frontier)
    }

    /// Writes what was planned last, and the anchor beside it. Returns when both are durable, or with the reason why
    /// one is not: then this writer is done for.
    func write(_ plan: Plan, to database: Database, _ disk: any LogDisk) -> String? {
        self.anchor.begin(Anchor(head: plan.head, settled: self.head))
        var reasons: [String] = []
        do throws(LevelDBError) {
            try disk.write(self.batch, to: database)
        } catch {
            reasons.append(error.message)
        }
        if let error = self.anchor.finish() { reasons.append(error.description) }
        guard reasons.isEmpty else { return reasons.joined(separator: "; ") }
        self.settled = self.head
        self.head = plan.head
        self.frontier = plan.frontier
        return nil
    }

    /// Makes the anchor say that all is settled.
    func settle() throws(EventLogError) {
        guard self.settled != self.head else { return }
        try self.anchor.write(Anchor(settledAt: self.head))
        self.settled = self.head
    }
}
