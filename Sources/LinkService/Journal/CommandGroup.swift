internal import EventLog
internal import Linking

/// Commands that are decided one after another and written together.
struct CommandGroup {
    private struct Decided {
        let command: PendingCommand
        let first: UInt64?
        let last: UInt64
    }

    private(set) var state: StagedState
    private(set) var records: [Record] = []
    private(set) var events: [RecordedEvent] = []
    private(set) var byteCount = 0
    private var decided: [Decided] = []
    private var refused: [(PendingCommand, JournalError)] = []
    private var head: UInt64
    private let now: Timestamp

    init(over store: ProjectionStore, head: UInt64, now: Timestamp) {
        self.state = StagedState(over: store)
        self.head = head
        self.now = now
    }

    /// Decides `command` and takes its events in.
    ///
    /// - Throws: only if a projection cannot be read in the middle of a command: the whole group is void then.
    mutating func add(_ command: PendingCommand) throws(ProjectionError) {
        let proposed: [ProposedEvent]
        do throws(JournalError) {
            proposed = try command.decide(in: self.state, at: self.now)
        } catch {
            return self.refused.append((command, error))
        }
        let first = self.head + 1
        for event in proposed {
            try self.record(event, by: command.by, first: first)
        }
        self.decided.append(Decided(command: command, first: proposed.isEmpty ? nil : first, last: self.head))
    }

    /// Answers everybody; the records are on disk.
    func succeed() {
        for one in self.decided { one.command.succeed(first: one.first, last: one.last) }
        self.answerRefused()
    }

    /// Answers everybody; what was decided did not happen, for all that is known.
    func fail(_ error: JournalError) {
        for one in self.decided { one.command.fail(error) }
        self.answerRefused()
    }

    private func answerRefused() {
        for (command, error) in self.refused { command.fail(error) }
    }

    private mutating func record(
        _ proposed: ProposedEvent, by: String, first: UInt64
    ) throws(ProjectionError) {
        self.head += 1
        let encoded = EncodedEvent(proposed.event)
        var envelope = Envelope(
            seq: self.head, timeMs: self.now.milliseconds, type: encoded.name.rawValue, by: by, data: encoded.data)
        envelope.cause =
            switch proposed.cause {
            case .none: nil
            case .first: self.head == first ? nil : first
            case .seq(let seq): seq
            }
        if let personal = encoded.personal { envelope.personal = personal }
        let bytes = envelope.encoded()
        self.byteCount += bytes.count
        self.records.append(Record(seq: self.head, bytes: bytes))
        let recorded = RecordedEvent(seq: self.head, time: self.now, event: proposed.event)
        self.events.append(recorded)
        try Projections.apply(recorded, to: &self.state)
    }
}
