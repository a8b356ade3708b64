internal import Linking

/// Which updates were received lately: membership decides, because Telegram's ids may jump backwards.
///
/// ```
/// "s" 0 updateId   -> nothing
/// "s" 1 number     -> updateId and time, oldest first
/// ```
enum SeenUpdatesProjection: Projection {
    static let name = "seenUpdates"
    static let version: UInt64 = 1
    static let prefix = UInt8(ascii: "s")
    /// Telegram repeats an update for 24 hours; twice that is remembered.
    static let windowSeconds: Int64 = 48 * 3_600
    /// The bound that holds whatever comes; Telegram's own queue ends at 100,000.
    static let updatesMax: UInt64 = 10_000_000
    /// More than an event adds, so that the window cannot grow.
    private static let clearedPerEvent = 2

    static func key(_ updateID: Int64) -> StateKey { StateKey(Self.prefix, 0).number(UInt64(bitPattern: updateID)) }
    static func queueKey(_ number: UInt64) -> StateKey { StateKey(Self.prefix, 1).number(number) }

    static func apply(_ recorded: RecordedEvent, to state: inout StagedState) throws(ProjectionError) {
        guard case .updateReceived(let received) = recorded.event, let id = received.updateID else { return }
        state.put([], at: Self.key(id))
        state.put(SeenUpdate(id: id, time: recorded.time), at: Self.queueKey(state.summary.seenUpdates.tail))
        state.summary.seenUpdates.tail += 1
        for _ in 0..<Self.clearedPerEvent {
            guard let oldest = try Self.oldest(&state) else { return }
            let isOld = oldest.time.adding(seconds: Self.windowSeconds) < recorded.time
            guard isOld || state.summary.seenUpdates.count > Self.updatesMax else { return }
            state.remove(Self.key(oldest.id))
            state.remove(Self.queueKey(state.summary.seenUpdates.head))
            state.summary.seenUpdates.head += 1
            state.summary.oldestUpdate = nil
        }
    }

    /// The oldest update in the window, remembered so that an event need not read it each time.
    private static func oldest(_ state: inout StagedState) throws(ProjectionError) -> SeenUpdate? {
        if let known = state.summary.oldestUpdate { return known }
        let key = Self.queueKey(state.summary.seenUpdates.head)
        state.summary.oldestUpdate = try state.state(at: key, as: SeenUpdate.self)
        return state.summary.oldestUpdate
    }

    static func summary(of summary: StateSummary) -> [UInt8] {
        summary.seenUpdates.storedBytes
    }

    static func restore(_ bytes: [UInt8]?, into summary: inout StateSummary) throws(StateError) {
        summary.seenUpdates = try bytes.map { (bytes) throws(StateError) in try Ring(stored: bytes) } ?? Ring()
    }
}
