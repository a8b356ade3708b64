/// The members of an object.
public struct JSONMembers: Sequence, IteratorProtocol, Sendable {
    private let tape: Tape
    private var index: Int
    private let end: Int

    init(of value: JSONValue) {
        self.tape = value.tape
        self.index = value.index + 1
        self.end = value.kind == .object ? Int(value.entry.next) : self.index
    }

    /// The next member, nil behind the last.
    public mutating func next() -> (name: String, value: JSONValue)? {
        guard let member = self.nextUndecoded() else { return nil }
        return (member.name.string ?? "", member.value)
    }

    /// The next member with its name as a string value, which nothing is allocated for; nil behind the last.
    public mutating func nextUndecoded() -> (name: JSONValue, value: JSONValue)? {
        guard self.index < self.end else { return nil }
        let name = JSONValue(tape: self.tape, index: self.index)
        let value = JSONValue(tape: self.tape, index: self.index + 1)
        self.index = Int(self.tape[self.index + 1].next)
        return (name, value)
    }
}
