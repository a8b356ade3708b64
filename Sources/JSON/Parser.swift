/// Reads a text once, from front to back, and writes its tape. Nesting is kept in the tape, so that no depth that a
/// caller allows can exhaust the stack.
struct Parser: ~Copyable {
    private let scanner: Scanner
    private let limits: JSONLimits
    private var tape: TapeBuilder
    private var at = 0
    private var depth = 0
    /// Index of the innermost open container, -1 outside of all.
    private var container = -1
    private var isInObject = false

    static func tape(of bytes: [UInt8], limits: JSONLimits) throws(JSONError) -> Tape {
        guard bytes.count <= JSONDocument.bytesMax else {
            throw JSONError(offset: JSONDocument.bytesMax, reason: .documentTooLong)
        }
        return try bytes.withUnsafeBufferPointer { buffer throws(JSONError) -> Tape in
            guard let base = buffer.baseAddress else { throw JSONError(offset: 0, reason: .empty) }
            var parser = Parser(Scanner(base: base, count: buffer.count), limits)
            try parser.document()
            return Tape(bytes: bytes, builder: parser.finish())
        }
    }

    private init(_ scanner: Scanner, _ limits: JSONLimits) {
        self.scanner = scanner
        self.limits = limits
        self.tape = TapeBuilder(textBytes: scanner.count)
    }

    private consuming func finish() -> TapeBuilder { self.tape }

    private mutating func document() throws(JSONError) {
        self.skipWhitespace()
        guard self.at < self.scanner.count else { throw JSONError(offset: self.at, reason: .empty) }
        repeat {
            let isOpened = try self.value()
            if !isOpened { try self.nextValue() }
        } while self.container >= 0
        self.skipWhitespace()
        guard self.at == self.scanner.count else { throw JSONError(offset: self.at, reason: .trailingBytes) }
    }

    /// Reads a scalar or an empty container and is then behind it; or opens a container, is then at the first value in
    /// it, and returns true.
    @inline(__always)
    private mutating func value() throws(JSONError) -> Bool {
        let start = self.at
        switch try self.peek() {
        case UInt8(ascii: "\""):
            try self.string()
        case UInt8(ascii: "{"):
            return try self.openObject()
        case UInt8(ascii: "["):
            return try self.openArray()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            self.scalar(.number, end: try self.scanner.number(at: start))
        case UInt8(ascii: "t"):
            self.scalar(.bool, end: try self.scanner.literal("true", at: start))
        case UInt8(ascii: "f"):
            self.scalar(.bool, end: try self.scanner.literal("false", at: start))
        case UInt8(ascii: "n"):
            self.scalar(.null, end: try self.scanner.literal("null", at: start))
        default:
            throw JSONError(offset: start, reason: .syntax)
        }
        return false
    }

    /// From behind a value to the next one, closing the containers that end in between; or to the end of the outermost.
    @inline(__always)
    private mutating func nextValue() throws(JSONError) {
        while self.container >= 0 {
            self.skipWhitespace()
            let byte = try self.peek()
            if byte == UInt8(ascii: ",") {
                self.at += 1
                self.skipWhitespace()
                return try self.isInObject ? self.name() : self.countChild()
            }
            guard byte == (self.isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                throw JSONError(offset: self.at, reason: .syntax)
            }
            try self.close()
        }
    }

    private mutating func openObject() throws(JSONError) -> Bool {
        try self.open(.object)
        if try self.peek() == UInt8(ascii: "}") {
            try self.close()
            return false
        }
        try self.name()
        return true
    }

    private mutating func openArray() throws(JSONError) -> Bool {
        try self.open(.array)
        if try self.peek() == UInt8(ascii: "]") {
            try self.close()
            return false
        }
        try self.countChild()
        return true
    }

    /// Reads a member's name and the colon, and is then at its value.
    @inline(__always)
    private mutating func name() throws(JSONError) {
        try self.countChild()
        guard try self.peek() == UInt8(ascii: "\"") else { throw JSONError(offset: self.at, reason: .syntax) }
        try self.string()
        self.skipWhitespace()
        guard try self.peek() == UInt8(ascii: ":") else { throw JSONError(offset: self.at, reason: .syntax) }
        self.at += 1
        self.skipWhitespace()
    }

    @inline(__always)
    private mutating func string() throws(JSONError) {
        let token = try self.scanner.string(at: self.at, allowsLoneSurrogates: self.limits.loneSurrogates)
        guard token.end - self.at - 2 <= self.limits.stringBytes else {
            throw JSONError(offset: self.at, reason: .stringTooLong)
        }
        self.scalar(.string, end: token.end, hasEscapes: token.hasEscapes)
    }

    @inline(__always)
    private mutating func scalar(_ kind: JSONValue.Kind, end: Int, hasEscapes: Bool = false) {
        let next = self.tape.count + 1
        self.tape.append(TapeEntry(kind: kind, start: self.at, end: end, next: next, hasEscapes: hasEscapes))
        self.at = end
    }

    private mutating func open(_ kind: JSONValue.Kind) throws(JSONError) {
        guard self.depth < self.limits.depth else { throw JSONError(offset: self.at, reason: .depth) }
        self.depth += 1
        let index = self.tape.count
        self.tape.append(TapeEntry(kind: kind, start: self.at, end: self.at, next: self.container))
        self.container = index
        self.isInObject = kind == .object
        self.at += 1
        self.skipWhitespace()
    }

    private mutating func close() throws(JSONError) {
        var entry = self.tape[self.container]
        if self.isInObject, self.limits.uniqueNames, entry.count > 1 {
            try UniqueNames(scanner: self.scanner).check(self.tape, objectAt: self.container, count: entry.count)
        }
        self.at += 1
        self.depth -= 1
        let parent = Int(Int32(bitPattern: entry.next))
        entry.end = UInt32(truncatingIfNeeded: self.at)
        entry.next = UInt32(truncatingIfNeeded: self.tape.count)
        self.tape[self.container] = entry
        self.container = parent
        self.isInObject = parent >= 0 && self.tape[parent].kind == .object
    }

    /// Counts a member or an element of the innermost container.
    @inline(__always)
    private mutating func countChild() throws(JSONError) {
        guard self.tape[self.container].count < self.limits.members else {
            throw JSONError(offset: self.at, reason: .tooManyMembers)
        }
        self.tape[self.container].incrementCount()
    }

    @inline(__always)
    private mutating func skipWhitespace() { self.at = self.scanner.skipWhitespace(from: self.at) }

    @inline(__always)
    private func peek() throws(JSONError) -> UInt8 {
        guard self.at < self.scanner.count else { throw JSONError(offset: self.at, reason: .truncated) }
        return self.scanner.base[self.at]
    }
}
