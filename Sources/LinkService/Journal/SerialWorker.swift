internal import Foundation
internal import NIOConcurrencyHelpers

/// A thread that does jobs one after another: for work that blocks on the disk, which must not hold a pool's thread.
final class SerialWorker: Sendable {
    private enum Phase: Int {
        case idle, working, stopped
    }

    private struct State {
        var jobs: [@Sendable () -> Void] = []
        var isStopping = false
    }

    /// Changed only while `phase` is held, so that a change and its signal are one.
    private let state = NIOLockedValueBox(State())
    private let phase = ConditionLock(value: Phase.idle.rawValue)

    init(name: String) {
        let thread = Thread { [state, phase] in Self.run(state, phase) }
        thread.name = name
        thread.start()
    }

    /// Adds a job to the end of the queue; refused after ``stop()``.
    func enqueue(_ job: @escaping @Sendable () -> Void) {
        self.add(job, onlyIfIdle: false)
    }

    /// Adds a job unless one waits already: for work that takes everything there is, so that jobs cannot pile up.
    func enqueueOnce(_ job: @escaping @Sendable () -> Void) {
        self.add(job, onlyIfIdle: true)
    }

    /// Does the jobs that wait, and ends the thread.
    func stop() {
        self.phase.lock()
        let isFirst = self.state.withLockedValue { state in
            defer { state.isStopping = true }
            return !state.isStopping
        }
        if isFirst { self.phase.unlock(withValue: Phase.working.rawValue) } else { self.phase.unlock() }
        self.phase.lock(whenValue: Phase.stopped.rawValue)
        self.phase.unlock()
    }

    private func add(_ job: @escaping @Sendable () -> Void, onlyIfIdle: Bool) {
        self.phase.lock()
        let isAdded = self.state.withLockedValue { state in
            guard !state.isStopping, !onlyIfIdle || state.jobs.isEmpty else { return false }
            state.jobs.append(job)
            return true
        }
        if isAdded { self.phase.unlock(withValue: Phase.working.rawValue) } else { self.phase.unlock() }
    }

    private static func run(_ state: NIOLockedValueBox<State>, _ phase: ConditionLock<Int>) {
        while true {
            phase.lock(whenValue: Phase.working.rawValue)
            phase.unlock(withValue: Phase.idle.rawValue)
            while let job = state.withLockedValue({ $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }) { job() }
            // Nothing is added once it is stopping, so what is empty now stays empty.
            guard state.withLockedValue({ $0.isStopping && $0.jobs.isEmpty }) else { continue }
            phase.lock()
            return phase.unlock(withValue: Phase.stopped.rawValue)
        }
    }
}
