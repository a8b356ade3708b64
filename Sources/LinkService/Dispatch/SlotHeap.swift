/// Something in a slab that knows where in its heap it stands, so that it can be taken out of the middle.
protocol HeapPlaced: Sendable {
    /// Its index in the one heap that holds it; means nothing when none does.
    var position: Int32 { get set }
}

/// A binary heap of slots, least key first: push, pop and removal of any member in O(log n).
///
/// Every mutation is given the slab that the slots point into, and keeps the members' positions there right.
struct SlotHeap: Sendable {
    struct Item: Sendable {
        var key: UInt64
        var slot: Int32
    }

    private(set) var items: [Item] = []

    var first: Item? { self.items.first }
    var isEmpty: Bool { self.items.isEmpty }

    mutating func push(_ slot: Int32, key: UInt64, in slab: inout Slab<some HeapPlaced>) {
        self.items.append(Item(key: key, slot: slot))
        self.rise(from: self.items.count - 1, in: &slab)
    }

    /// Takes the first member out.
    mutating func pop(from slab: inout Slab<some HeapPlaced>) -> Item? {
        guard let first = self.items.first else { return nil }
        self.remove(first.slot, from: &slab)
        return first
    }

    /// Takes out a member, wherever it stands.
    mutating func remove(_ slot: Int32, from slab: inout Slab<some HeapPlaced>) {
        let hole = Int(slab.elements[Int(slot)].position)
        precondition(self.items[hole].slot == slot, "slot \(slot) is in another heap")
        let last = self.items.removeLast()
        // There may be a million heaps, most of them empty or small.
        if self.items.isEmpty { self.items = [] }
        guard hole < self.items.count else { return }
        self.items[hole] = last
        self.sink(from: hole, in: &slab)
        self.rise(from: Int(slab.elements[Int(last.slot)].position), in: &slab)
    }

    private mutating func rise(from start: Int, in slab: inout Slab<some HeapPlaced>) {
        let item = self.items[start]
        var hole = start
        while hole > 0 {
            let parent = (hole - 1) / 2
            guard item.key < self.items[parent].key else { break }
            self.place(self.items[parent], at: hole, in: &slab)
            hole = parent
        }
        self.place(item, at: hole, in: &slab)
    }

    private mutating func sink(from start: Int, in slab: inout Slab<some HeapPlaced>) {
        let item = self.items[start]
        var hole = start
        while true {
            var child = 2 * hole + 1
            guard child < self.items.count else { break }
            if child + 1 < self.items.count, self.items[child + 1].key < self.items[child].key { child += 1 }
            guard self.items[child].key < item.key else { break }
            self.place(self.items[child], at: hole, in: &slab)
            hole = child
        }
        self.place(item, at: hole, in: &slab)
    }

    private mutating func place(_ item: Item, at index: Int, in slab: inout Slab<some HeapPlaced>) {
        self.items[index] = item
        slab.elements[Int(item.slot)].position = Int32(truncatingIfNeeded: index)
    }
}
