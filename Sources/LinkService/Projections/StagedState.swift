internal import Linking

/// What is committed, and over it the effects of events that are not on disk yet: seen by the journal alone, so that
/// a command can be decided against the earlier ones of its own batch, and dropped if the write fails.
package struct StagedState: StateView {
    private let base: ProjectionStore
    private(set) var changes: [StateKey: StateChange] = [:]
    var summary: StateSummary

    init(over base: ProjectionStore) {
        self.base = base
        self.summary = base.summary
    }

    /// True when the log holds an event.
    var isBegun: Bool { self.base.checkpoint > 0 }

    func bytes(at key: StateKey) throws(ProjectionError) -> [UInt8]? {
        switch self.changes[key] {
        case .put(let bytes): bytes
        case .remove: nil
        case nil: try self.base.bytes(at: key)
        }
    }

    mutating func put(_ bytes: [UInt8], at key: StateKey) {
        self.changes[key] = .put(bytes)
    }

    mutating func put(_ state: some Stored, at key: StateKey) {
        self.changes[key] = .put(state.storedBytes)
    }

    mutating func remove(_ key: StateKey) {
        self.changes[key] = .remove
    }

    /// Changes the state under `key`, if there is one, and returns it.
    @discardableResult
    mutating func update<State: Stored>(
        _ type: State.Type, at key: StateKey, _ change: (inout State) -> Void
    ) throws(ProjectionError) -> State? {
        guard var state = try self.state(at: key, as: type) else { return nil }
        change(&state)
        self.put(state, at: key)
        return state
    }

    mutating func removeChanges() {
        self.changes.removeAll(keepingCapacity: true)
    }
}

/// What becomes of a key.
enum StateChange {
    case put([UInt8])
    case remove
}
