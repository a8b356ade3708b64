/// The updates that wait for the bot, oldest first, and the rule that numbers them.
struct UpdateQueue: Sendable {
    /// A new queue starts at a random number of this range.
    static let startIDs: ClosedRange<Int64> = 2_000_001...1_000_000_000

    /// The number of the next update.
    private(set) var nextID: Int64
    /// How many were dropped because the queue was full.
    private(set) var dropped = 0
    /// How many expired unread.
    private(set) var expired = 0
    /// How many wait.
    private(set) var count = 0
    private var slots = FIFO<QueuedUpdate?>()
    private var positions: [Int64: Int] = [:]
    private var earliestExpiry = UnixTime(milliseconds: .max)

    init(nextID: Int64) { self.nextID = nextID }

    /// The oldest update's number.
    var oldestID: Int64? { self.slots.isEmpty ? nil : self.slots[self.slots.startPosition]?.id }

    subscript(id: Int64) -> QueuedUpdate? { self.positions[id].flatMap { self.slots[$0] } }

    /// All that wait, oldest first.
    var all: some Sequence<QueuedUpdate> {
        (self.slots.startPosition..<self.slots.endPosition).lazy.compactMap { self.slots[$0] }
    }

    /// Appends an update, its JSON made by `json` from its number; nil if the queue is full.
    mutating func append(
        lane: UpdateLane, expiresAt: UnixTime, json: (_ id: Int64) -> [UInt8]
    ) -> QueuedUpdate? {
        guard self.count < SimulatorLimits.updatesMax else {
            self.dropped += 1
            return nil
        }
        let update = QueuedUpdate(id: self.nextID, lane: lane, expiresAt: expiresAt, json: json(self.nextID))
        self.nextID += 1
        self.count += 1
        self.positions[update.id] = self.slots.append(update)
        self.earliestExpiry = min(self.earliestExpiry, expiresAt)
        return update
    }

    mutating func remove(id: Int64) {
        guard let position = self.positions.removeValue(forKey: id) else { return }
        self.slots[position] = nil
        self.count -= 1
        self.trim()
    }

    mutating func removeAll() { self.keepLast(0) }

    /// Removes every update whose number is lower.
    mutating func confirm(below offset: Int64) {
        while let oldest = self.oldestID, oldest < offset { self.remove(id: oldest) }
    }

    /// Removes all but the newest `count`.
    mutating func keepLast(_ count: Int) {
        while self.count > count, let oldest = self.oldestID { self.remove(id: oldest) }
    }

    /// Removes what nobody fetched in time.
    mutating func removeExpired(at now: UnixTime) {
        guard self.earliestExpiry <= now else { return }
        let late = self.all.filter { $0.expiresAt <= now }.map(\.id)
        for id in late { self.remove(id: id) }
        self.expired += late.count
        self.earliestExpiry = self.all.lazy.map(\.expiresAt).min() ?? UnixTime(milliseconds: .max)
    }

    /// Goes on counting at another number, as after an idle week. Only possible while nothing waits.
    mutating func renumber(nextID: Int64) throws(ActionRefusal) {
        guard self.count == 0 else { throw .updatesArePending }
        self.nextID = nextID
    }

    private mutating func trim() {
        while !self.slots.isEmpty, self.slots[self.slots.startPosition] == nil { _ = self.slots.popFirst() }
    }
}
