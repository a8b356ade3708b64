import LinkService
import Linking

/// What `SendQueue` promises, done by looking at everything each time.
struct NaiveQueue {
    struct Item {
        var notification: QueuedNotification
        var dueAt: Timestamp
        var isScheduled: Bool
    }

    struct Sent {
        var chatID: ChatID
        var at: Timestamp
    }

    let pacing: Pacing
    var waiting: [Item] = []
    var inFlight: [NotificationID: Item] = [:]
    var sent: [Sent] = []
    var blockedUntil: [ChatID: Timestamp] = [:]
    var floods: [(chatID: ChatID, at: Timestamp, until: Timestamp)] = []
    var pausedUntil = Timestamp(milliseconds: 0)

    init(_ pacing: Pacing) {
        self.pacing = pacing
    }

    mutating func enqueue(_ notification: QueuedNotification, at now: Timestamp) {
        switch notification.start {
        case .atOnce: self.waiting.append(Item(notification: notification, dueAt: now, isScheduled: false))
        case .scheduled(let at): self.waiting.append(Item(notification: notification, dueAt: at, isScheduled: true))
        case .deferred(let until):
            self.waiting.append(Item(notification: notification, dueAt: until, isScheduled: false))
        }
    }

    mutating func next(at now: Timestamp) -> SendQueue.Step {
        var best: Item?
        var wakeUp: Timestamp?
        for item in self.waiting where item.isScheduled && item.dueAt > now {
            wakeUp = min(wakeUp ?? item.dueAt, item.dueAt)
        }
        for head in self.heads(at: now) {
            let chatID = head.notification.chatID
            let paced = self.readyAt(chatID.value < 0 ? self.pacing.group : self.pacing.privateChat) {
                $0.chatID == chatID
            }
            let moment = max(head.dueAt, paced, self.blockedUntil[chatID] ?? paced)
            if moment > now {
                wakeUp = min(wakeUp ?? moment, moment)
            } else if best.map({ Self.precedes(head, $0) }) ?? true {
                best = head
            }
        }
        guard let best else { return wakeUp.map { .wait(until: $0) } ?? .idle }
        guard self.inFlight.count < self.pacing.inFlightMax else { return .idle }
        guard self.pausedUntil <= now else { return .wait(until: self.pausedUntil) }
        let botReady = self.readyAt(self.pacing.bot) { _ in true }
        guard botReady <= now else { return .wait(until: botReady) }
        self.waiting.removeAll { $0.notification.id == best.notification.id }
        self.inFlight[best.notification.id] = best
        self.sent.append(Sent(chatID: best.notification.chatID, at: now))
        return .attempt(best.notification.id, best.notification.chatID, order: best.notification.order)
    }

    mutating func block(_ id: NotificationID, until: Timestamp, at now: Timestamp) {
        guard let chatID = self.inFlight[id]?.notification.chatID else { return }
        self.blockedUntil[chatID] = max(until, self.blockedUntil[chatID] ?? until)
        self.floods.removeAll { $0.chatID == chatID || $0.at < now.adding(seconds: -10) }
        self.floods.append((chatID, now, until))
        guard self.floods.count >= 3 else { return }
        for flood in self.floods { self.pausedUntil = max(self.pausedUntil, flood.until) }
    }

    mutating func finished(_ id: NotificationID, _ followUp: SendQueue.FollowUp) {
        guard var item = self.inFlight.removeValue(forKey: id) else { return }
        guard case .again(let notBefore) = followUp else { return }
        item.dueAt = notBefore
        item.isScheduled = false
        self.waiting.append(item)
    }

    /// The first message of each chat that has none in flight.
    private func heads(at now: Timestamp) -> [Item] {
        let busy = Set(self.inFlight.values.map(\.notification.chatID))
        var heads: [ChatID: Item] = [:]
        for item in self.waiting where !busy.contains(item.notification.chatID) {
            if item.isScheduled, item.dueAt > now { continue }
            let head = heads[item.notification.chatID]
            if head.map({ Self.precedes(item, $0) }) ?? true { heads[item.notification.chatID] = item }
        }
        return Array(heads.values)
    }

    /// From when on a bucket that leaks since the beginning has room for one more.
    private func readyAt(_ pace: Pace, _ counts: (Sent) -> Bool) -> Timestamp {
        var level: Int64 = 0
        var last: Int64 = 0
        for sent in self.sent where counts(sent) {
            let now = sent.at.milliseconds * 1_000
            level = max(0, level - (now - last)) + pace.intervalMicroseconds
            last = now
        }
        let wait = max(0, level - (pace.burst - 1) * pace.intervalMicroseconds)
        return Timestamp(milliseconds: (last + wait + 999) / 1_000)
    }

    private static func precedes(_ a: Item, _ b: Item) -> Bool {
        let lanes: [Lane] = [.urgent, .normal, .bulk]
        let (laneA, laneB) = (
            lanes.firstIndex(of: a.notification.lane) ?? 0, lanes.firstIndex(of: b.notification.lane) ?? 0
        )
        return (laneA, a.notification.order) < (laneB, b.notification.order)
    }
}
