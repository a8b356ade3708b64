import LinkService
import Linking
import Logging

/// A dispatcher with everything around it scripted.
final class DispatchWorld: Sendable {
    let clock: ManualClock
    let journal: StubJournal
    let sender: ScriptedSender
    let dispatcher: Dispatcher

    init(_ settings: DispatcherSettings = DispatcherSettings()) {
        self.clock = ManualClock()
        self.journal = StubJournal(self.clock)
        self.sender = ScriptedSender()
        self.dispatcher = Self.dispatcher(settings, self.clock, self.journal, self.sender)
        self.journal.observe(self.dispatcher)
    }

    /// The same world after a restart: time, log and Telegram are as they were.
    init(restarting world: DispatchWorld) {
        self.clock = world.clock
        self.journal = world.journal
        self.sender = world.sender
        self.dispatcher = Self.dispatcher(DispatcherSettings(), self.clock, self.journal, self.sender)
        self.dispatcher.resume(self.journal.unfinished)
        self.journal.observe(self.dispatcher)
    }

    /// Runs the dispatcher around `body`, and stops it.
    func run(_ body: () async throws -> Void) async rethrows {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await self.dispatcher.run() }
            try await body()
            self.dispatcher.stop(within: .zero)
            try await group.waitForAll()
        }
    }

    /// Links a chat; the link's id is the chat's.
    @discardableResult
    func link(_ chat: Int64) -> LinkID {
        let id = LinkID(high: 1, low: UInt64(bitPattern: chat))
        let confirmed = LinkConfirmed(
            linkID: id, proof: .token(TokenID(high: 0, low: 0)), userID: UserID(stored: "u\(chat)"),
            chat: Chat(id: ChatID(chat), type: chat < 0 ? "group" : "private"), context: nil)
        self.journal.record([.linkConfirmed(confirmed)])
        return id
    }

    /// Requests a message to a chat; it goes by the chat's link if there is one.
    @discardableResult
    func request(_ text: String, to chat: Int64, _ delivery: Delivery = Delivery()) -> NotificationID {
        let link = self.journal.state.value.links[LinkID(high: 1, low: UInt64(bitPattern: chat))]
        let id = NotificationID(high: 2, low: UInt64(self.journal.events.count))
        let requested = NotificationRequested(
            notificationID: id, linkID: link?.id, userID: link?.userID, chatID: ChatID(chat), threadID: nil,
            message: Message(text: text), delivery: delivery, kind: .notify)
        self.journal.record([.notificationRequested(requested)])
        return id
    }

    func state(_ id: NotificationID) -> Notification.State? {
        self.journal.state.value.notifications[id]?.state
    }

    /// Returns the state of a message once it is as expected.
    func until(_ id: NotificationID, _ holds: @escaping @Sendable (Notification.State) -> Bool) async {
        await self.journal.state.until { $0.notifications[id].map { holds($0.state) } ?? false }
    }

    func untilSent(_ id: NotificationID) async {
        await self.until(id) { if case .sent = $0 { true } else { false } }
    }

    func untilDeferred(_ id: NotificationID) async {
        await self.until(id) { if case .deferred = $0 { true } else { false } }
    }

    private static func dispatcher(
        _ settings: DispatcherSettings, _ clock: ManualClock, _ journal: StubJournal, _ sender: ScriptedSender
    ) -> Dispatcher {
        Dispatcher(
            journal: journal, messages: journal, sender: sender, clock: clock, settings: settings, jitter: { 0.5 },
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }
}

extension Timestamp {
    /// A moment after the manual clock's start.
    static func at(_ duration: Duration) -> Timestamp {
        ManualClock.start.adding(milliseconds: Int64(duration / .milliseconds(1)))
    }
}
