/// Values at small stable numbers (slots), in one array; freed slots are used again.
struct Slab<Element: Sendable>: Sendable {
    /// The values by slot; a freed slot keeps its last value until it is used again.
    var elements: [Element] = []
    private var free: [Int32] = []

    /// How many slots are in use.
    var count: Int { self.elements.count - self.free.count }

    /// Keeps `element` and returns its slot, which stays the same until it is freed.
    mutating func insert(_ element: Element) -> Int32 {
        if let slot = self.free.popLast() {
            self.elements[Int(slot)] = element
            return slot
        }
        self.elements.append(element)
        return Int32(self.elements.count - 1)
    }

    /// Gives the slot away; when none is left in use, the memory too.
    mutating func remove(_ slot: Int32) {
        self.free.append(slot)
        guard self.count == 0 else { return }
        self.elements = []
        self.free = []
    }
}
