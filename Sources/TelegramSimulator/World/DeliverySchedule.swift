/// Which update goes to the webhook when: in order within a lane, lanes side by side.
struct DeliverySchedule: Sendable {
    private struct Lane: Sendable {
        /// The updates of the lane; the first is the one that is on its way or due again.
        var updates = FIFO<Int64>()
        var failures = 0
    }

    private struct Retry: Sendable {
        let due: UnixTime
        let lane: UpdateLane
    }

    /// Without a success for this long, one connection has to do.
    private static let patience = Duration.seconds(10)

    private let maxConnections: Int
    private let timeScale: Double
    private var lanes: [UpdateLane: Lane] = [:]
    /// Lanes whose first update was not tried yet.
    private var ready = FIFO<UpdateLane>()
    /// Lanes whose first update failed, the next due first.
    private var retries: [Retry] = []
    private var inFlight = 0
    private var succeededAt: UnixTime
    private var failuresSinceSuccess = 0

    init(maxConnections: Int, timeScale: Double, at now: UnixTime) {
        self.maxConnections = maxConnections
        self.timeScale = timeScale
        self.succeededAt = now
    }

    mutating func add(_ update: Int64, lane name: UpdateLane) {
        let isNew = self.lanes[name]?.updates.isEmpty ?? true
        self.lanes[name, default: Lane()].updates.append(update)
        if isNew { self.ready.append(name) }
    }

    /// The lane and update to deliver now, which count as on their way then.
    mutating func next(at now: UnixTime) -> (lane: UpdateLane, update: Int64)? {
        guard self.inFlight < self.connections(at: now), let name = self.nextLane(at: now),
            let update = self.lanes[name]?.updates.first
        else { return nil }
        self.inFlight += 1
        return (name, update)
    }

    /// When to look again, if nothing changes before; nil: not at all.
    func wake(at now: UnixTime) -> UnixTime? {
        guard self.inFlight < self.connections(at: now) else { return nil }
        return self.retries.first?.due
    }

    /// The lane's first update was accepted, or expired: the next one may go.
    mutating func succeed(_ name: UpdateLane, at now: UnixTime) {
        self.succeededAt = now
        self.failuresSinceSuccess = 0
        self.drop(name)
    }

    /// The lane's first update will not be delivered: the next one may go.
    mutating func drop(_ name: UpdateLane) {
        self.inFlight -= 1
        guard var lane = self.lanes[name] else { return }
        _ = lane.updates.popFirst()
        lane.failures = 0
        self.lanes[name] = lane.updates.isEmpty ? nil : lane
        if !lane.updates.isEmpty { self.ready.append(name) }
    }

    /// The lane's first update goes again: after `retryAfterSeconds` if that is given, else when it is its time.
    mutating func fail(
        _ name: UpdateLane, retryAfterSeconds: Int?, at now: UnixTime, using generator: inout SeededGenerator
    ) {
        self.inFlight -= 1
        self.failuresSinceSuccess += 1
        guard let failures = self.lanes[name].map({ $0.failures + 1 }) else { return }
        self.lanes[name]?.failures = failures
        let asked = retryAfterSeconds.map { Double(min(max($0, 0), 3_600)) } ?? 0
        let seconds = asked > 0 ? asked : Self.delaySeconds(afterFailures: failures, using: &generator)
        let due = now + .seconds(seconds * self.timeScale)
        let index = self.retries.firstIndex { $0.due > due } ?? self.retries.endIndex
        self.retries.insert(Retry(due: due, lane: name), at: index)
    }

    /// How long an update rests that failed that often.
    static func delaySeconds(afterFailures failures: Int, using generator: inout SeededGenerator) -> Double {
        switch failures {
        case ...1: 0
        case 2...6: Double(1 << (failures - 1))
        case 7: Double.random(in: 60...64, using: &generator)
        default: Double.random(in: 60...120, using: &generator)
        }
    }

    private mutating func nextLane(at now: UnixTime) -> UpdateLane? {
        if let retry = self.retries.first, retry.due <= now { return self.retries.removeFirst().lane }
        // Updates that fail again and again take up room, and with enough of them everything stands still.
        guard self.inFlight + self.retries.count < 2 * self.maxConnections else { return nil }
        return self.ready.popFirst()
    }

    private func connections(at now: UnixTime) -> Int {
        let isDegraded =
            self.failuresSinceSuccess > 0 && now - self.succeededAt > Self.patience.scaled(by: self.timeScale)
        return isDegraded ? 1 : self.maxConnections
    }
}
