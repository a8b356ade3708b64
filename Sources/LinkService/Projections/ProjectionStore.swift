internal import LevelDB
internal import Linking
internal import Synchronization

/// One generation of the projections in LevelDB, and over it what was committed since the last flush.
///
/// Nothing here is synced: whatever is lost is caught up from the log. The checkpoint goes in the same batch as the
/// states that it speaks of, so a crash leaves an older but whole generation.
package final class ProjectionStore: Sendable {
    private struct Overlay {
        var active: [StateKey: StateChange] = [:]
        /// What is being written to the database right now, if anything.
        var frozen: [StateKey: StateChange] = [:]
        var summary = StateSummary()
        var checkpoint: UInt64 = 0
    }

    /// Keys in memory before a flush begins: enough to make batches large, few enough to be written in 50 ms.
    static let flushKeys = 32_768

    private let database: Database
    private let overlay: Mutex<Overlay>
    /// Held while a flush is under way, so that there is one at a time.
    private let flushing = Mutex(())
    /// Where each projection stands in the database, from before anything was caught up.
    let storedCheckpoints: [String: UInt64]

    /// Opens the generation in `path`, creating it if there is none; projections of another version are emptied.
    ///
    /// - Throws: ``ProjectionError``; a caller may then delete the directory and rebuild.
    package convenience init(path: String) throws(ProjectionError) {
        let database = try Self.open(path)
        var summary = StateSummary()
        let checkpoints = try Self.checkpoints(in: database, &summary)
        // Nothing throws once the first member is set: the 6.3 optimiser miscompiles a half-made object with a Mutex.
        self.init(database, checkpoints, Overlay(summary: summary, checkpoint: checkpoints.values.min() ?? 0))
    }

    private init(_ database: Database, _ checkpoints: [String: UInt64], _ overlay: Overlay) {
        self.database = database
        self.storedCheckpoints = checkpoints
        self.overlay = Mutex(overlay)
    }

    private static func open(_ path: String) throws(ProjectionError) -> Database {
        var options = Options()
        options.createIfMissing = true
        options.bloomBits = 10
        options.writeBufferBytes = 16 * 1_024 * 1_024
        options.maxFileBytes = 16 * 1_024 * 1_024
        options.cacheBytes = 32 * 1_024 * 1_024
        do {
            return try Database(path: path, options: options)
        } catch {
            throw .failed("\(error)")
        }
    }

    private static func checkpoints(
        in database: Database, _ summary: inout StateSummary
    ) throws(ProjectionError) -> [String: UInt64] {
        do {
            return try Self.load(database, into: &summary)
        } catch {
            throw .failed("\(error)")
        }
    }

    /// The last event whose effects are in: every projection has applied it and all before.
    package var checkpoint: UInt64 { self.overlay.withLock { $0.checkpoint } }

    var summary: StateSummary { self.overlay.withLock { $0.summary } }

    func bytes(at key: StateKey) throws(ProjectionError) -> [UInt8]? {
        let change = self.overlay.withLock { $0.active[key] ?? $0.frozen[key] }
        switch change {
        case .put(let bytes): return bytes
        case .remove: return nil
        case nil: break
        }
        do {
            return try self.database.get(key.bytes)
        } catch {
            throw .failed("\(error)")
        }
    }

    /// Takes in the effects of events up to `seq` that are on disk now.
    func commit(_ staged: borrowing StagedState, through seq: UInt64) {
        let changes = staged.changes
        let summary = staged.summary
        self.overlay.withLock { overlay in
            Self.merge(changes, into: &overlay.active)
            overlay.summary = summary
            overlay.checkpoint = seq
        }
    }

    /// True when a flush is due.
    var isFull: Bool { self.overlay.withLock { $0.active.count >= Self.flushKeys } }

    /// True when so much is not flushed that no more should be taken in before it is.
    var isOverfull: Bool { self.overlay.withLock { $0.active.count + $0.frozen.count >= Self.flushKeys * 16 } }

    /// Writes everything committed so far to the database; returns when it is there (not synced).
    package func flush() throws(ProjectionError) {
        try self.flushing.withLock { _ throws(ProjectionError) in
            let (changes, summary, checkpoint) = self.overlay.withLock { overlay in
                // What an earlier flush could not write is still frozen, and older than what is active.
                let active = overlay.active
                overlay.active = [:]
                overlay.active.reserveCapacity(Self.flushKeys)
                Self.merge(active, into: &overlay.frozen)
                return (overlay.frozen, overlay.summary, overlay.checkpoint)
            }
            try self.write(changes, summary, checkpoint)
            self.overlay.withLock { $0.frozen = [:] }
        }
    }

    private static func merge(_ changes: [StateKey: StateChange], into older: inout [StateKey: StateChange]) {
        // A large table that is taken as it is need not be hashed again.
        let isTaken = older.isEmpty && changes.count >= Self.flushKeys
        if isTaken { older = changes } else { older.merge(changes) { _, new in new } }
    }

    private func write(
        _ changes: [StateKey: StateChange], _ summary: StateSummary, _ checkpoint: UInt64
    ) throws(ProjectionError) {
        var batch = WriteBatch()
        for (key, change) in changes {
            switch change {
            case .put(let bytes): batch.put(key.bytes, bytes)
            case .remove: batch.delete(key.bytes)
            }
        }
        for projection in Projections.all {
            batch.put(
                Checkpoint.key(of: projection.name).bytes,
                Checkpoint(
                    version: projection.version, seq: checkpoint, summary: projection.summary(of: summary)
                ).storedBytes)
        }
        do {
            try self.database.write(batch, sync: false)
        } catch {
            throw .failed("\(error)")
        }
    }

    /// Keys that begin with `prefix`, in order, from `start` on, and their values, as of this moment.
    ///
    /// It flushes first, so that the database alone is to be read.
    func scan(
        _ prefix: StateKey, from start: StateKey? = nil, _ body: ([UInt8], [UInt8]) throws(ProjectionError) -> Bool
    ) throws(ProjectionError) {
        try self.flush()
        var iterator = self.database.makeIterator()
        iterator.seek(to: (start ?? prefix).bytes)
        while iterator.isValid {
            let key = iterator.key
            guard key.starts(with: prefix.bytes), try body(key, iterator.value) else { return }
            iterator.next()
        }
        do {
            try iterator.checkError()
        } catch {
            throw .failed("\(error)")
        }
    }

    /// A cursor over every key, for comparing two generations side by side.
    func makeIterator() -> Iterator {
        self.database.makeIterator(fillCache: false)
    }

    private static func load(
        _ database: Database, into summary: inout StateSummary
    ) throws -> [String: UInt64] {
        var checkpoints: [String: UInt64] = [:]
        for projection in Projections.all {
            let stored = try database.get(Checkpoint.key(of: projection.name).bytes)
            let checkpoint = try stored.map { try Checkpoint(stored: $0) }
            if let checkpoint, checkpoint.version == projection.version {
                try projection.restore(checkpoint.summary, into: &summary)
                checkpoints[projection.name] = checkpoint.seq
            } else {
                try Self.empty(projection, database)
                checkpoints[projection.name] = 0
            }
        }
        return checkpoints
    }

    private static func empty(_ projection: any Projection.Type, _ database: Database) throws {
        var iterator = database.makeIterator(fillCache: false)
        iterator.seek(to: [projection.prefix])
        var batch = WriteBatch()
        while iterator.isValid, iterator.key.first == projection.prefix {
            batch.delete(iterator.key)
            if batch.count >= 10_000 {
                try database.write(batch, sync: false)
                batch.clear()
            }
            iterator.next()
        }
        try iterator.checkError()
        batch.delete(Checkpoint.key(of: projection.name).bytes)
        try database.write(batch, sync: false)
    }
}

extension ProjectionStore: StateView {}
