import Cryptography
import LevelDB

/// Reads records and tree nodes from the log's database.
struct LogReader {
    let database: Database
    /// Where it lies, for errors.
    let path: String

    /// What to do about damage to the log's own files.
    static let advice =
        "Nothing was changed. Keep a copy of the data directory, and restore log and anchor from a backup."

    /// The last key; nil if the log is empty.
    func lastKey() throws(EventLogError) -> LogKey? {
        var iterator = self.database.makeIterator()
        iterator.seekToLast()
        guard iterator.isValid else {
            do throws(LevelDBError) {
                try iterator.checkError()
                return nil
            } catch {
                throw self.failure(nil, error)
            }
        }
        guard let key = LogKey(iterator.unsafeKey) else { throw self.damage(nil, "the last key is none of a log's") }
        return key
    }

    /// Lends a record to `body`; nil if it is not there.
    func withRecord<Value>(
        _ seq: UInt64, _ body: (UnsafeRawBufferPointer) -> Value
    ) throws(EventLogError) -> Value? {
        try self.withValue(of: LogKey(seq: seq, level: 0), body)
    }

    /// The root over the first `size` records.
    func root(at size: UInt64) throws(EventLogError) -> Digest {
        try self.frontier(at: size).root()
    }

    /// The right edge of the tree over the first `size` records, from one node for each full subtree.
    func frontier(at size: UInt64) throws(EventLogError) -> MerkleFrontier {
        var peaks: [Digest] = []
        for (end, level) in MerkleFrontier.subtrees(ofSize: size) {
            peaks.append(level == 0 ? try self.leaf(end) : try self.node(end, level))
        }
        guard let frontier = MerkleFrontier(size: size, peaks: peaks) else {
            preconditionFailure("a tree of \(size) leaves with \(peaks.count) full subtrees")
        }
        return frontier
    }

    /// The leaf hash of a record, computed from its bytes.
    func leaf(_ seq: UInt64) throws(EventLogError) -> Digest {
        let leaf = try self.withRecord(seq) { bytes in
            var hasher = MerkleHasher()
            return hasher.leaf(bytes)
        }
        guard let leaf else { throw self.damage(seq, "the record is missing") }
        return leaf
    }

    func damage(_ seq: UInt64?, _ reason: String) -> EventLogError {
        .damaged(seq: seq, file: self.path, reason: reason, advice: Self.advice)
    }

    /// What an error of LevelDB's means when it comes up in reading at `seq`.
    func failure(_ seq: UInt64?, _ error: LevelDBError) -> EventLogError {
        // An empty or cut table is an I/O error to LevelDB.
        error.kind == .io && FileSystem.blamesMachine(error.message)
            ? .io(error.message) : self.damage(seq, error.message)
    }

    private func node(_ seq: UInt64, _ level: UInt8) throws(EventLogError) -> Digest {
        let node = try self.withValue(of: LogKey(seq: seq, level: level)) { Digest(bytes: $0) }
        guard let node = node ?? nil else { throw self.damage(seq, "the tree node of level \(level) is missing") }
        return node
    }

    private func withValue<Value>(
        of key: LogKey, _ body: (UnsafeRawBufferPointer) -> Value
    ) throws(EventLogError) -> Value? {
        let result = key.withBytes { bytes in
            Result { () throws(LevelDBError) in try self.database.withValue(of: bytes, body) }
        }
        do throws(LevelDBError) {
            return try result.get()
        } catch {
            throw self.failure(key.seq, error)
        }
    }
}
