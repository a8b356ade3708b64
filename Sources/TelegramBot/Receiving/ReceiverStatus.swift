import Synchronization

/// How receiving goes, for whoever asks: written by a receiver, read by `status` and the health checks.
package final class ReceiverStatus: Sendable {
    /// Where updates come from.
    package enum Mode: String, Sendable {
        case polling
        case webhook
    }

    /// How receiving goes.
    package enum State: Equatable, Sendable {
        /// Nothing was heard yet. Moves to any other state.
        case starting
        /// The last exchange with Telegram went well. Moves to `backingOff`, `unauthorized`, `stopped`.
        case receiving
        /// The last `failures` exchanges failed; the next is at that time, in milliseconds since 1970.
        case backingOff(failures: Int, until: Int64)
        /// The token is not accepted: only the operator can mend that. It is tried again at that time all the same.
        case unauthorized(until: Int64)
        /// Receiving has ended, because it was asked to.
        case stopped

        /// The state in one word.
        package var name: String {
            switch self {
            case .starting: "starting"
            case .receiving: "receiving"
            case .backingOff: "backingOff"
            case .unauthorized: "unauthorized"
            case .stopped: "stopped"
            }
        }
    }

    /// What is known at one moment. Times are milliseconds since 1970.
    package struct Snapshot: Equatable, Sendable {
        /// Where updates come from.
        package var mode: Mode
        /// How it goes.
        package var state: State
        /// Since when it goes like that.
        package var since: Int64
        /// What failed last, redacted. Kept after things went well again.
        package var lastError: String?
        /// When that was.
        package var lastErrorAt: Int64?
        /// When the last update came.
        package var lastUpdateAt: Int64?
        /// Updates since the start, repeated ones too.
        package var updates: UInt64
    }

    private let now: @Sendable () -> Int64
    private let state: Mutex<Snapshot>

    /// A status in state `starting`.
    package init(mode: Mode, timing: Timing = .system) {
        self.now = timing.now
        self.state = Mutex(Snapshot(mode: mode, state: .starting, since: timing.now(), updates: 0))
    }

    /// What is known now.
    package var snapshot: Snapshot { self.state.withLock { $0 } }

    /// Notes updates that were taken over for good.
    package func received(_ count: Int) {
        guard count > 0 else { return }
        let now = self.now()
        self.state.withLock { state in
            state.lastUpdateAt = now
            state.updates += UInt64(count)
        }
    }

    /// Notes an exchange that went well; returns whether the one before did not.
    @discardableResult
    func succeeded() -> Bool {
        let now = self.now()
        return self.state.withLock { state in
            let wasTroubled = state.state != .receiving
            state.move(to: .receiving, at: now)
            return wasTroubled
        }
    }

    /// Notes a failure, and for how long nothing will be tried.
    package func failed(_ error: String, failures: Int, isUnauthorized: Bool, wait: Duration) {
        let now = self.now()
        let until = now + wait.wholeMilliseconds
        self.state.withLock { state in
            state.lastError = error
            state.lastErrorAt = now
            state.move(
                to: isUnauthorized ? .unauthorized(until: until) : .backingOff(failures: failures, until: until),
                at: now)
        }
    }

    /// Notes the end.
    func stopped() {
        let now = self.now()
        self.state.withLock { $0.move(to: .stopped, at: now) }
    }
}

extension ReceiverStatus.Snapshot {
    fileprivate mutating func move(to next: ReceiverStatus.State, at now: Int64) {
        if next.name != self.state.name { self.since = now }
        self.state = next
    }
}
