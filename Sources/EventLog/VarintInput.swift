/// Reads numbers of seven bits a byte, lowest first, and strings with such a length before them.
struct VarintInput {
    private let bytes: [UInt8]
    private var offset = 0
    /// Whether it was asked for more than there is. It is at the end then.
    private(set) var isBroken = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { self.offset == self.bytes.count }

    mutating func number() -> UInt64? {
        var number: UInt64 = 0
        for shift in stride(from: 0, to: UInt64(64), by: 7) {
            guard self.offset < self.bytes.count else { return self.fail() }
            let byte = self.bytes[self.offset]
            self.offset += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return number }
        }
        return self.fail()
    }

    mutating func skipString() {
        guard let count = self.number() else { return }
        guard count <= UInt64(self.bytes.count - self.offset) else {
            _ = self.fail()
            return
        }
        self.offset += Int(count)
    }

    private mutating func fail() -> UInt64? {
        self.isBroken = true
        self.offset = self.bytes.count
        return nil
    }
}
