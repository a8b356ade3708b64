/// A queue: what went in first comes out first, both in constant time.
///
/// An element keeps its position, a number that only grows, for as long as it is in the queue.
struct FIFO<Element> {
    private var slots: [Element] = []
    private var head = 0
    /// The position of `slots[0]`.
    private var base = 0

    /// The position of the first element.
    var startPosition: Int { self.base + self.head }
    /// The position that the next element gets.
    var endPosition: Int { self.base + self.slots.count }
    var count: Int { self.slots.count - self.head }
    var isEmpty: Bool { self.count == 0 }
    var first: Element? { self.isEmpty ? nil : self.slots[self.head] }

    subscript(position: Int) -> Element {
        get { self.slots[position - self.base] }
        set { self.slots[position - self.base] = newValue }
    }

    /// Appends and returns the element's position.
    @discardableResult
    mutating func append(_ element: Element) -> Int {
        self.slots.append(element)
        return self.endPosition - 1
    }

    mutating func popFirst() -> Element? {
        guard let first = self.first else { return nil }
        self.head += 1
        // Half of the memory is dead at most, and each element is moved once on average.
        if self.head > 32, self.head * 2 > self.slots.count {
            self.slots.removeFirst(self.head)
            self.base += self.head
            self.head = 0
        }
        return first
    }
}

extension FIFO: Sendable where Element: Sendable {}
