import LinkService
import Linking

/// A journal in memory that decides and applies as the real one does, and fails when told to.
final class StubJournal: NotificationJournal, MessageSource {
    struct State: Sendable {
        var events: [Event] = []
        var notifications: [NotificationID: Notification] = [:]
        var links: [LinkID: Link] = [:]
        /// Taken one for each command, from the front: nil lets the command through.
        var attemptFailures: [JournalError?] = []
        var resolveFailures: [JournalError?] = []
        /// Whether a command that fails with an unknown outcome is in the log all the same.
        var writesUnknown = false
        var unreadable: Set<UInt64> = []
        var observer: (any JournalObserver)?
        var observed = 0
    }

    let state = Watched(State())
    private let clock: ManualClock

    init(_ clock: ManualClock) {
        self.clock = clock
    }

    var events: [Event] { self.state.value.events }

    /// Everything the projections would hand to a new dispatcher.
    var unfinished: [Notification] {
        self.state.value.notifications.values.sorted { $0.requestSeq < $1.requestSeq }
    }

    /// From now on `observer` is told of events.
    func observe(_ observer: any JournalObserver) {
        self.state.change { $0.observer = observer }
    }

    func record(_ events: [Event]) {
        let now = self.clock.now()
        self.state.change { state in
            _ = Self.append(events, at: now, to: &state)
        }
    }

    func attempt(_ command: AttemptNotification) async throws(JournalError) -> Committed<AttemptPermit> {
        let now = self.clock.now()
        return try self.state.change { state in
            let notification = state.notifications[command.id]
            let facts = AttemptNotification.Facts(
                notification: notification, link: notification?.linkID.flatMap { state.links[$0] })
            let failure = state.attemptFailures.isEmpty ? nil : state.attemptFailures.removeFirst()
            return Self.carryOut(command, facts, failure, at: now, in: &state)
        }.get()
    }

    func resolve(_ command: ResolveAttempt) async throws(JournalError) -> Committed<ResolveAttempt.Answer> {
        let now = self.clock.now()
        return try self.state.change { state in
            let chat = state.notifications[command.id]?.chatID
            let facts = ResolveAttempt.Facts(
                notification: state.notifications[command.id],
                linksInChat: state.links.values.filter { $0.chatID == chat })
            let failure = state.resolveFailures.isEmpty ? nil : state.resolveFailures.removeFirst()
            return Self.carryOut(command, facts, failure, at: now, in: &state)
        }.get()
    }

    func notification(_ id: NotificationID) async throws(JournalError) -> Notification? {
        self.state.value.notifications[id]
    }

    func message(requestSeq: UInt64) async throws -> Message {
        let state = self.state.value
        guard !state.unreadable.contains(requestSeq),
            case .notificationRequested(let requested) = state.events[Int(requestSeq) - 1]
        else { throw JournalError.storage(.notWritten, reason: "cannot read") }
        return requested.message
    }

    private static func carryOut<C: Command>(
        _ command: C, _ facts: C.Facts, _ failure: JournalError?, at now: Timestamp, in state: inout State
    ) -> Result<Committed<C.Answer>, JournalError> {
        if let failure, !state.writesUnknown { return .failure(failure) }
        do throws(Rejection) {
            let decision = try command.decide(facts, at: now)
            let seqs = Self.append(decision.events.map(\.event), at: now, to: &state)
            if let failure { return .failure(failure) }
            return .success(
                Committed(
                    answer: decision.answer, seq: seqs.last ?? UInt64(state.events.count), firstSeq: seqs.first))
        } catch {
            return .failure(.rejected(error))
        }
    }

    /// Records events, applies them and tells the observer, all in one: so that nobody sees one without the other.
    private static func append(_ events: [Event], at now: Timestamp, to state: inout State) -> [UInt64] {
        var recorded: [RecordedEvent] = []
        for event in events {
            state.events.append(event)
            let record = RecordedEvent(seq: UInt64(state.events.count), time: now, event: event)
            recorded.append(record)
            for id in state.notifications.keys { state.notifications[id]?.apply(record) }
            for id in state.links.keys { state.links[id]?.apply(record) }
            if case .notificationRequested(let requested) = event {
                state.notifications[requested.notificationID] = Notification(requested, seq: record.seq, at: now)
            }
            if case .linkConfirmed(let confirmed) = event { state.links[confirmed.linkID] = Link(confirmed, at: now) }
        }
        state.observer?.committed(recorded)
        return recorded.map(\.seq)
    }
}
