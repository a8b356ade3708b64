package import EventLog
internal import Foundation
package import Linking
package import Logging
internal import NIOConcurrencyHelpers
internal import Synchronization

/// The only writer: takes all commands that wait as one group, decides each, writes their events in one durable batch,
/// and then answers all callers.
///
/// The group grows while the disk is busy with the one before, so that many callers share one sync.
package final class Journal: Sendable {
    private enum Phase {
        case running
        /// No new commands; those that wait are still carried out.
        case stopping
        case stopped
    }

    private struct Queue {
        var phase = Phase.running
        var commands: [PendingCommand] = []
        /// What is to be done between two groups.
        var jobs: [@Sendable () -> Void] = []
    }

    private let currentStore: Mutex<ProjectionStore>
    private let log: any EventLog
    private let clock: WallClock
    private let limits: JournalLimits
    private let logger: Logger
    private let observers: Mutex<[any JournalObserver]> = Mutex([])
    private let queue: Mutex<Queue>
    /// Wakes the journal's thread: 1 when there is something to do.
    private let signal = ConditionLock(value: 0)
    private let flusher: SerialWorker
    private let thread: SerialWorker
    private let lastTime: Mutex<Timestamp>
    private let trouble = Mutex<String?>(nil)

    /// Starts the journal's thread over a log and projections that are caught up with it.
    ///
    /// - Parameter lastTime: the time of the log's last record; no later one will be before it.
    package init(
        log: any EventLog, store: ProjectionStore, lastTime: Timestamp, clock: WallClock = .system,
        limits: JournalLimits = JournalLimits(), logger: Logger
    ) {
        self.log = log
        self.currentStore = Mutex(store)
        self.clock = clock
        self.limits = limits
        self.logger = logger
        self.lastTime = Mutex(lastTime)
        self.queue = Mutex(Queue())
        self.flusher = SerialWorker(name: "linksvc-flush")
        self.thread = SerialWorker(name: "linksvc-journal")
        self.thread.enqueue { [unowned self] in self.work() }
    }

    /// Adds somebody to be told of events from the next group on.
    package func observe(_ observer: any JournalObserver) {
        self.observers.withLock { $0.append(observer) }
    }

    /// Queues `command`; `completion` is called once, on the journal's thread, when its events are on disk or it
    /// failed.
    ///
    /// - Parameter by: who gave the order, as the record will say.
    package func submit<C: JournalCommand>(
        _ command: C, by: String,
        completion: @escaping @Sendable (Result<Committed<C.Answer>, JournalError>) -> Void
    ) {
        let pending = TypedPendingCommand(command, by: by, completion: completion)
        let refusal: JournalError? = self.queue.withLock { queue in
            guard case .running = queue.phase else { return .shuttingDown }
            guard queue.commands.count < self.limits.commandsWaiting else { return .overloaded }
            queue.commands.append(pending)
            return nil
        }
        if let refusal { return pending.fail(refusal) }
        self.wake()
    }

    /// Carries out `command` and returns once its events are on disk.
    package func perform<C: JournalCommand>(
        _ command: C, by: String
    ) async throws(JournalError) -> Committed<C.Answer> {
        let result = await withCheckedContinuation { continuation in
            self.submit(command, by: by) { continuation.resume(returning: $0) }
        }
        return try result.get()
    }

    /// The projections as of the last group. Another generation after a rebuild: do not keep it.
    package var store: ProjectionStore { self.currentStore.withLock { $0 } }

    /// Does `job` between two groups, while nothing is written, and returns when it is done.
    ///
    /// - Parameter job: gets the projections and returns those to go on with; it runs on the journal's thread.
    /// - Throws: ``JournalError/shuttingDown``; what `job` throws, with the projections as they were.
    package func exclusively<Report: Sendable>(
        _ job: @escaping @Sendable (ProjectionStore) throws -> (ProjectionStore, Report)
    ) async throws -> Report {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Report, any Error>) in
            let isTaken = self.queue.withLock { queue in
                guard case .running = queue.phase else { return false }
                queue.jobs.append {
                    continuation.resume(
                        with: Result {
                            let (store, report) = try job(self.store)
                            self.currentStore.withLock { $0 = store }
                            return report
                        })
                }
                return true
            }
            guard isTaken else { return continuation.resume(throwing: JournalError.shuttingDown) }
            self.wake()
        }
    }

    /// What is wrong with the disk; nil when the last write succeeded.
    package var storageTrouble: String? { self.trouble.withLock { $0 } }

    /// How many commands wait.
    package var waiting: Int { self.queue.withLock { $0.commands.count } }

    /// Refuses new commands, carries out those that wait, flushes the projections, and closes the log.
    ///
    /// It blocks; calling it again does nothing.
    package func stop() {
        let isFirst = self.queue.withLock { queue in
            guard case .running = queue.phase else { return false }
            queue.phase = .stopping
            return true
        }
        guard isFirst else { return }
        self.wake()
        self.thread.stop()
        self.flusher.stop()
        self.queue.withLock { $0.phase = .stopped }
        do {
            try self.store.flush()
        } catch {
            self.logger.warning(
                "projections not flushed, they are caught up at the next start", metadata: ["error": "\(error)"])
        }
        do {
            try self.log.close()
        } catch {
            self.logger.error("the log was not closed cleanly", metadata: ["error": "\(error)"])
        }
    }

    private func wake() {
        self.signal.lock()
        self.signal.unlock(withValue: 1)
    }

    private func work() {
        var isSettled = false
        while true {
            let isWoken = self.signal.lock(whenValue: 1, timeoutSeconds: isSettled ? 3_600 : self.limits.settleSeconds)
            guard isWoken else {
                isSettled = self.settle()
                continue
            }
            self.signal.unlock(withValue: 0)
            while case let (commands, jobs) = self.take(), !commands.isEmpty || !jobs.isEmpty {
                self.carryOut(commands)
                for job in jobs { job() }
                isSettled = false
            }
            let isOver = self.queue.withLock { queue in
                if case .running = queue.phase { return false }
                return queue.commands.isEmpty && queue.jobs.isEmpty
            }
            if isOver { return }
        }
    }

    private func settle() -> Bool {
        do {
            try self.log.settle()
        } catch {
            self.logger.error("the anchor was not settled", metadata: ["error": "\(error)"])
        }
        return true
    }

    private func take() -> (commands: [PendingCommand], jobs: [@Sendable () -> Void]) {
        self.queue.withLock { queue in
            let jobs = queue.jobs
            queue.jobs = []
            guard queue.commands.count > self.limits.commandsPerGroup else {
                defer { queue.commands = [] }
                return (queue.commands, jobs)
            }
            defer { queue.commands.removeFirst(self.limits.commandsPerGroup) }
            return (Array(queue.commands.prefix(self.limits.commandsPerGroup)), jobs)
        }
    }

    /// After a write whose outcome nobody knew: opens the log again, and takes in what it holds after all.
    private func recover() throws {
        let head = try self.log.recover()
        let from = self.store.checkpoint + 1
        guard from <= head.seq else { return }
        try ProjectionCatchUp(log: self.log, store: self.store).run(through: head.seq)
        var events: [RecordedEvent] = []
        try self.log.forEach(from: from, through: head.seq) { seq, bytes in
            events.append(try EventDecoder.decode([UInt8](bytes), seq: seq))
            return true
        }
        for observer in self.observers.withLock({ $0 }) { observer.committed(events) }
    }

    private func carryOut(_ commands: [PendingCommand]) {
        do {
            try self.recover()
            // Flushing in the background did not keep up, or failed: memory is no place for more.
            if self.store.isOverfull { try self.store.flush() }
        } catch {
            return self.refuse(commands, "the disk takes nothing", error)
        }
        var rest = commands[...]
        while !rest.isEmpty {
            let time = self.lastTime.withLock { last in
                last = max(last, self.clock.now())
                return last
            }
            var group = CommandGroup(over: self.store, head: self.log.head.seq, now: time)
            do throws(ProjectionError) {
                while let command = rest.first, group.byteCount < self.limits.groupBytes {
                    rest.removeFirst()
                    try group.add(command)
                }
            } catch {
                self.logger.error("projections cannot be read", metadata: ["error": "\(error)"])
                group.fail(.storage(.notWritten, reason: "\(error)"))
                continue
            }
            self.write(group)
        }
    }

    private func write(_ group: CommandGroup) {
        if !group.records.isEmpty {
            do throws(EventLogError) {
                _ = try self.log.append(group.records)
            } catch {
                self.note(error, "events not written")
                return group.fail(.storage(error.isUnknown ? .unknown : .notWritten, reason: "\(error)"))
            }
            self.trouble.withLock { $0 = nil }
            guard let last = group.records.last?.seq else { return }
            self.store.commit(group.state, through: last)
            for observer in self.observers.withLock({ $0 }) { observer.committed(group.events) }
        }
        group.succeed()
        if self.store.isFull { self.flusher.enqueueOnce { [unowned self] in self.flush() } }
    }

    private func refuse(_ commands: [PendingCommand], _ what: String, _ error: any Error) {
        self.note(error, what)
        for command in commands { command.fail(.storage(.notWritten, reason: "\(error)")) }
    }

    private func note(_ error: any Error, _ what: String) {
        self.trouble.withLock { $0 = "\(what): \(error)" }
        self.logger.error("\(what)", metadata: ["error": "\(error)"])
    }

    private func flush() {
        do {
            try self.store.flush()
        } catch {
            self.logger.error("projections not flushed", metadata: ["error": "\(error)"])
        }
    }
}

extension EventLogError {
    /// True when nobody can know whether the records are in the log.
    fileprivate var isUnknown: Bool {
        switch self {
        case .unknown: true
        case .damaged, .notWritten, .notNext, .tooLarge, .beyondHead, .inUse, .notFound, .readOnly, .closed, .io: false
        }
    }
}
