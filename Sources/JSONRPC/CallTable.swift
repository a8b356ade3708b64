import NIOCore

/// The calls of a connection that are running.
struct CallTable {
    struct Entry {
        /// Nil for a notification, which nobody waits for.
        let id: ArraySlice<UInt8>?
        /// The batch that collects the answer, nil for a call of its own.
        let batch: Int?
        /// Index in the table of methods.
        let method: Int
        let deadline: NIODeadline
    }

    private struct Slot {
        var entry: Entry?
        /// Counts the entries that the slot had, so that a late answer to an earlier one is recognised.
        var generation: UInt32 = 0
    }

    private var slots: [Slot] = []
    private var free: [Int] = []
    private(set) var count = 0

    mutating func begin(_ entry: Entry) -> CallToken {
        let index = self.free.popLast() ?? self.slots.count
        if index == self.slots.count { self.slots.append(Slot()) }
        self.slots[index].entry = entry
        self.count += 1
        return CallToken(slot: UInt32(index), generation: self.slots[index].generation)
    }

    /// Ends a call; nil if it has ended before.
    mutating func end(_ token: CallToken) -> Entry? {
        let index = Int(token.slot)
        guard self.slots[index].generation == token.generation, let entry = self.slots[index].entry else { return nil }
        self.slots[index].entry = nil
        self.slots[index].generation &+= 1
        self.free.append(index)
        self.count -= 1
        return entry
    }

    /// The calls whose deadline is over.
    func expired(at now: NIODeadline) -> [CallToken] {
        self.slots.indices.compactMap { index in
            guard let entry = self.slots[index].entry, entry.deadline <= now else { return nil }
            return CallToken(slot: UInt32(index), generation: self.slots[index].generation)
        }
    }

    /// The first deadline of all.
    var earliestDeadline: NIODeadline {
        self.slots.lazy.compactMap { $0.entry?.deadline }.min() ?? .distantFuture
    }
}
