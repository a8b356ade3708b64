package import EventLog
internal import Linking

/// Applies the log's events to a generation of projections: at every start, and from the first event on in a rebuild.
///
/// It reads a log and writes keys; there is nothing here that could send.
package struct ProjectionCatchUp {
    private let log: any EventLog
    private let store: ProjectionStore
    private let keysPerFlush: Int

    /// - Parameter keysPerFlush: how many keys are collected before they are written.
    package init(log: any EventLog, store: ProjectionStore, keysPerFlush: Int = 65_536) {
        self.log = log
        self.store = store
        self.keysPerFlush = keysPerFlush
    }

    /// Applies every event after the checkpoint up to and with `last`; `progress` hears the seq now and then.
    ///
    /// - Throws: ``EventCodecError``, ``EventLogError``, ``ProjectionError``; what was flushed by then stays.
    package func run(through last: UInt64, progress: (UInt64) -> Void = { _ in }) throws {
        let from = self.store.checkpoint + 1
        guard from <= last else { return }
        var state = StagedState(over: self.store)
        let behind = self.store.storedCheckpoints
        let isEven = Set(behind.values).count <= 1
        let flush = BackgroundFlush(of: self.store)
        defer { flush.wait() }
        try self.log.forEach(from: from, through: last) { seq, bytes in
            let recorded = try EventDecoder.decode([UInt8](bytes), seq: seq)
            if isEven {
                try Projections.apply(recorded, to: &state)
            } else {
                try Self.apply(recorded, to: &state, where: behind)
            }
            if state.changes.count >= self.keysPerFlush {
                try flush.finish()
                self.store.commit(state, through: seq)
                state.removeChanges()
                flush.begin()
                progress(seq)
            }
            return true
        }
        try flush.finish()
        self.store.commit(state, through: last)
        try self.store.flush()
        progress(last)
    }

    /// Projections of a new version start from nothing, beside others that are further on.
    private static func apply(
        _ recorded: RecordedEvent, to state: inout StagedState, where checkpoints: [String: UInt64]
    ) throws(ProjectionError) {
        for projection in Projections.all where recorded.seq > checkpoints[projection.name] ?? 0 {
            try projection.apply(recorded, to: &state)
        }
    }
}
