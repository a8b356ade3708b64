internal import Linking

/// States as of one moment, by key: what is committed, or that and the effects of the batch being decided.
protocol StateView {
    func bytes(at key: StateKey) throws(ProjectionError) -> [UInt8]?
    var summary: StateSummary { get }
}

extension StateView {
    /// The state under `key`; nil if there is none.
    func state<State: Stored>(at key: StateKey, as type: State.Type = State.self) throws(ProjectionError) -> State? {
        guard let bytes = try self.bytes(at: key) else { return nil }
        do throws(StateError) {
            return try State(stored: bytes)
        } catch {
            throw .damaged("\(State.self)")
        }
    }
}
