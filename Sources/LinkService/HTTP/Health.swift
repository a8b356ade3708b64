internal import Synchronization

/// Whether the service can do its work right now.
package final class Health: Sendable {
    package enum Readiness: Hashable, Sendable {
        case ready
        case notReady(String)
    }

    private let state: Mutex<Readiness>
    private let storage: @Sendable () -> String?

    /// - Parameter storage: says what is wrong with the log; nil if nothing is.
    package init(storage: @escaping @Sendable () -> String? = { nil }) {
        self.state = Mutex(.notReady("starting"))
        self.storage = storage
    }

    package func set(_ readiness: Readiness) {
        self.state.withLock { $0 = readiness }
    }

    package func readiness() -> Readiness {
        if let trouble = self.storage() { return .notReady(trouble) }
        return self.state.withLock { $0 }
    }
}
