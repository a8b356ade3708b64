package import Linking
package import Logging
internal import Synchronization

/// Sends what is requested: woken by commits, it hands messages to Telegram at the pace that ``SendQueue`` allows, and
/// everything it learns goes back to the journal as a command.
///
/// Use: have ``committed(_:)`` called after every group of events, then ``resume(_:)`` once with what the projections
/// say is unfinished, then ``run()``. In that order nothing falls between; what comes both ways is sent once.
package final class Dispatcher: JournalObserver {
    enum Phase: Hashable {
        /// Moves to `stopping`.
        case running
        /// No new attempts; those under way have until then.
        case stopping(deadline: Timestamp)
    }

    struct State {
        var phase = Phase.running
        var mail: [DispatchMail] = []
        var status = DispatcherStatus()
    }

    let journal: any NotificationJournal
    let messages: any MessageSource
    let sender: any MessageSender
    let clock: any DispatchClock
    let settings: DispatcherSettings
    let jitter: @Sendable () -> Double
    let logger: Logger
    private let state = Mutex(State())
    private let signal = Signal()

    /// - Parameter jitter: random numbers in 0..<1.
    package init(
        journal: any NotificationJournal, messages: any MessageSource, sender: any MessageSender,
        clock: any DispatchClock = SystemDispatchClock(), settings: DispatcherSettings = DispatcherSettings(),
        jitter: @escaping @Sendable () -> Double = { .random(in: 0..<1) }, logger: Logger
    ) {
        self.journal = journal
        self.messages = messages
        self.sender = sender
        self.clock = clock
        self.settings = settings
        self.jitter = jitter
        self.logger = logger
    }

    /// How it is doing, as of the last time it did something.
    package var status: DispatcherStatus { self.state.withLock { $0.status } }

    /// Takes over what a restart left unfinished. An attempt that was under way is lost: nobody can know whether the
    /// message arrived. Final ones are ignored.
    package func resume(_ notifications: some Sequence<Notification>) {
        self.post(notifications.compactMap(DispatchMail.init(unfinished:)))
    }

    /// Takes in what happened. Returns at once.
    package func committed(_ events: [RecordedEvent]) {
        self.post(events.compactMap(DispatchMail.init))
    }

    /// Begins no more attempts. Those under way have `grace` to finish and be recorded.
    ///
    /// ``run()`` returns when they have, or gives them up: then the next start finds them under way.
    package func stop(within grace: Duration) {
        let deadline = self.clock.now().adding(milliseconds: Int64(grace / .milliseconds(1)))
        self.state.withLock { $0.phase = .stopping(deadline: deadline) }
        self.signal.raise()
    }

    /// Sends until it is stopped or its task is cancelled. To be called once.
    package func run() async {
        await withDiscardingTaskGroup { group in
            var loop = DispatchLoop(self.settings)
            while true {
                let (phase, mail) = self.collect()
                let turn = loop.turn(mail, phase, at: self.clock.now())
                for job in turn.jobs {
                    group.addTask { await self.carryOut(job) }
                }
                self.publish(loop.status, turn.notices)
                switch turn.rest {
                case .over:
                    return group.cancelAll()
                case .untilSignal:
                    await self.signal.wait()
                case .until(let moment):
                    await self.sleep(until: moment)
                }
                if Task.isCancelled { return }
            }
        }
    }

    /// Whether new attempts may still begin.
    var isRunning: Bool { self.state.withLock { $0.phase == .running } }

    func post(_ mail: [DispatchMail]) {
        guard !mail.isEmpty else { return }
        self.state.withLock { $0.mail += mail }
        self.signal.raise()
    }

    private func collect() -> (Phase, [DispatchMail]) {
        self.state.withLock { state in
            defer { state.mail = [] }
            return (state.phase, state.mail)
        }
    }

    private func publish(_ status: DispatcherStatus, _ notices: [DispatchNotice]) {
        self.state.withLock { $0.status = status }
        for notice in notices { self.log(notice) }
    }

    /// Returns at `moment` or when there is something to do.
    private func sleep(until moment: Timestamp) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.signal.wait() }
            group.addTask { try? await self.clock.sleep(until: moment) }
            await group.next()
            group.cancelAll()
        }
    }

    private func log(_ notice: DispatchNotice) {
        switch notice {
        case .tokenRefused(let description):
            self.logger.error("Telegram does not accept the bot's token", metadata: ["answer": "\(description)"])
        case .tokenAccepted:
            self.logger.notice("Telegram accepts the bot's token again")
        case .botPaused(let until):
            self.logger.warning(
                "Telegram limits the bot: sending rests", metadata: ["untilMilliseconds": "\(until.milliseconds)"])
        }
    }
}
