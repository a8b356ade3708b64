/// The elements of an array.
public struct JSONElements: Sequence, IteratorProtocol, Sendable {
    private let tape: Tape
    private var index: Int
    private let end: Int

    init(of value: JSONValue) {
        self.tape = value.tape
        self.index = value.index + 1
        self.end = value.kind == .array ? Int(value.entry.next) : self.index
    }

    /// The next element, nil behind the last.
    public mutating func next() -> JSONValue? {
        guard self.index < self.end else { return nil }
        defer { self.index = Int(self.tape[self.index].next) }
        return JSONValue(tape: self.tape, index: self.index)
    }
}
