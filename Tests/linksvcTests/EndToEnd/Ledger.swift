import Synchronization

/// The outside record: what the service acknowledged, and only that.
final class Ledger: Sendable {
    struct Entries: Sendable {
        /// The users of issued tokens, by token id.
        var tokens: [String: String] = [:]
        /// The chats of linked users.
        var links: [String: Int64] = [:]
        /// The updates that made the links.
        var updates: [Int64] = []
        /// The ids of notifications, by their text, which is their key too.
        var notifications: [String: String] = [:]
    }

    private struct State {
        var entries = Entries()
        var isOver = false
        var watchers: [(count: Int, keyPath: any KeyPath<Entries, Int> & Sendable, reached: Awaited<Void>)] = []
    }

    private let state = Mutex(State())

    /// What was acknowledged so far.
    var entries: Entries { self.state.withLock { $0.entries } }

    /// Writes down what was acknowledged.
    func note(_ change: (inout Entries) -> Void) {
        let reached: [Awaited<Void>] = self.state.withLock { state in
            change(&state.entries)
            let entries = state.entries
            let reached = state.watchers.filter { entries[keyPath: $0.keyPath] >= $0.count }.map(\.reached)
            state.watchers.removeAll { entries[keyPath: $0.keyPath] >= $0.count }
            return reached
        }
        for awaited in reached { awaited.set(()) }
    }

    /// Ends all waits, and those to come.
    func giveUp() {
        let watchers = self.state.withLock { state in
            state.isOver = true
            return state.watchers
        }
        for watcher in watchers { watcher.reached.set(()) }
    }

    /// Returns when that many entries are there, or never will be.
    func reached(_ count: Int, _ keyPath: any KeyPath<Entries, Int> & Sendable) async {
        let reached = Awaited<Void>()
        let isReached = self.state.withLock { state in
            guard !state.isOver, state.entries[keyPath: keyPath] < count else { return true }
            state.watchers.append((count, keyPath, reached))
            return false
        }
        if !isReached { await reached.value }
    }
}
