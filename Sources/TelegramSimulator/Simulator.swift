package import Logging
import Synchronization

/// A Bot API server for development and tests, with the Telegram behind it: users, groups, and what goes wrong.
///
/// ``run()`` serves the Bot API and, under `/control/`, an API to act as the users; the methods here do the same
/// without HTTP. All of them may be called at any time, from any task, whether it runs or not.
package final class Simulator: Sendable {
    struct State: Sendable {
        var world: World
        /// The `getUpdates` that waits.
        var poll: OneShot<PollWake>?
        /// The deliverer, while it has nothing to do.
        var deliverer: OneShot<Void>?
        /// Everybody who waits for any change.
        var watchers: [OneShot<Void>] = []
        var listening = Listening.notYet
    }

    enum Listening: Sendable {
        /// Moves to `at` or `failed`.
        case notYet
        case at(SimulatorAddress)
        case failed(String)
    }

    /// Why a waiting `getUpdates` ends.
    enum PollWake: Sendable {
        case updates
        case refused(APIError)
    }

    /// How it was made.
    package let configuration: SimulatorConfiguration
    let clock: SimulatorClock
    let logger: Logger
    private let state: Mutex<State>

    /// A world without users. `logger`: nil logs nothing.
    package init(
        _ configuration: SimulatorConfiguration = SimulatorConfiguration(), clock: SimulatorClock = .system,
        logger: Logger? = nil
    ) {
        self.configuration = configuration
        self.clock = clock
        self.logger = logger ?? Logger(label: "telegram-simulator") { _ in SwiftLogNoOpLogHandler() }
        self.state = Mutex(State(world: World(configuration, now: clock.now())))
    }

    /// How it stands now.
    package var status: SimulatorStatus { self.read { SimulatorStatus($0.world, isPolling: $0.poll != nil) } }

    /// Looks at the state, which stays as it is.
    func read<Value: Sendable>(_ look: (borrowing State) -> Value) -> Value {
        self.state.withLock { look($0) }
    }

    /// Changes the world, at the present time, and wakes whoever waits for what came of it.
    func update<Value: Sendable, Failure: Error>(
        _ change: (inout World) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try self.updateState { state throws(Failure) in try change(&state.world) }
    }

    /// As ``update(_:)``, for who changes more than the world.
    func updateState<Value: Sendable, Failure: Error>(
        _ change: (inout State) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let now = self.clock.now()
        let result: Result<Value, Failure> = self.state.withLock { state in
            state.world.now = now
            let result = Result { () throws(Failure) -> Value in try change(&state) }
            Self.wake(&state)
            return result
        }
        return try result.get()
    }

    /// Resuming a task only makes it runnable, so that this may be done with the lock held.
    private static func wake(_ state: inout State) {
        let effects = state.world.takeEffects()
        if let refusal = effects.pollEnds { state.poll?.fire(.refused(refusal)) }
        if effects.updatesQueued { state.poll?.fire(.updates) }
        if effects.updatesQueued || effects.deliveriesChanged {
            state.deliverer?.fire(())
            state.deliverer = nil
        }
        guard !state.watchers.isEmpty else { return }
        for watcher in state.watchers { watcher.fire(()) }
        state.watchers.removeAll(keepingCapacity: true)
    }

    /// Returns what `find` finds, as soon as it does, looking again after each change.
    ///
    /// - Throws: ``SimulatorError/timedOut(_:)`` or ``SimulatorError/cancelled``.
    func wait<Value: Sendable>(
        timeout: Duration, for find: (borrowing State) -> Value?
    ) async throws(SimulatorError) -> Value {
        let deadline = self.clock.now() + timeout
        while true {
            let watcher = OneShot<Void>()
            let found: Value? = self.state.withLock { state in
                if let found = find(state) { return found }
                state.watchers.append(watcher)
                return nil
            }
            if let found { return found }
            let rest = max(.zero, deadline - self.clock.now())
            guard await watcher.value(within: rest, clock: self.clock) == nil else { continue }
            self.state.withLock { state in state.watchers.removeAll { $0 === watcher } }
            if Task.isCancelled { throw .cancelled }
            throw .timedOut(
                self.read { "\($0.world.messages.taken) messages taken, \($0.world.updates.count) updates pending" })
        }
    }
}
