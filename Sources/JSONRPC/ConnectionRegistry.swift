import NIOCore
import Synchronization

/// The open connections of a server.
final class ConnectionRegistry: Sendable {
    private struct State {
        var gate: ConnectionGate
        var open: [UInt64: Connection] = [:]
        var total: UInt64 = 0
        var refused = 0
        /// Called once the last connection is gone; set when no more are taken.
        var whenEmpty: (@Sendable () -> Void)?
    }

    /// There are too many connections, or the server ends.
    struct Refusal: Error {}

    private let state: Mutex<State>

    init(limits: Limits) { self.state = Mutex(State(gate: ConnectionGate(limits: limits))) }

    /// Adds the connection that `make` gives for its number.
    ///
    /// - Throws: ``Refusal``
    func add(
        _ applicant: ConnectionGate.Applicant, now: NIODeadline, make: (UInt64) -> Connection
    ) throws(Refusal) -> Connection {
        let connection: Connection? = self.state.withLock { state in
            guard state.whenEmpty == nil, state.gate.admit(applicant, now: now) else {
                state.refused += 1
                return nil
            }
            state.total += 1
            let connection = make(state.total)
            state.open[state.total] = connection
            return connection
        }
        guard let connection else { throw Refusal() }
        return connection
    }

    func remove(_ connection: Connection, _ applicant: ConnectionGate.Applicant) {
        let whenEmpty: (@Sendable () -> Void)? = self.state.withLock { state in
            state.gate.leave(applicant)
            state.open[connection.info.id] = nil
            return state.open.isEmpty ? state.whenEmpty : nil
        }
        whenEmpty?()
    }

    /// Takes no more connections, lets each finish what runs, and calls back when all are gone.
    func shutDown(whenEmpty: @escaping @Sendable () -> Void) {
        let open = self.state.withLock { state in
            state.whenEmpty = whenEmpty
            return Array(state.open.values)
        }
        if open.isEmpty { whenEmpty() }
        for connection in open { connection.shutDown() }
    }

    /// Closes all connections.
    func abort() {
        for connection in self.state.withLock({ Array($0.open.values) }) { connection.abort() }
    }

    func write(to statistics: inout Statistics) {
        let counts = self.state.withLock { (open: $0.open.count, total: $0.total, refused: $0.refused) }
        statistics.connectionsOpen = counts.open
        statistics.connectionsTotal = Int(counts.total)
        statistics.connectionsRefused = counts.refused
    }
}
