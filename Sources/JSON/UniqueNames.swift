/// Checks that no two members of an object have the same decoded name.
struct UniqueNames {
    /// Objects up to this size are compared pairwise, larger ones through a table.
    private static let pairwiseMax = 16

    let scanner: Scanner

    /// - Parameter index: the object's entry; its members are the rest of the tape.
    func check(_ tape: borrowing TapeBuilder, objectAt index: Int, count: Int) throws(JSONError) {
        let duplicate =
            count <= Self.pairwiseMax
            ? self.pairwise(tape, first: index + 1) : self.hashed(tape, first: index + 1, count: count)
        if let duplicate { throw JSONError(offset: Int(tape[duplicate].start), reason: .duplicateName) }
    }

    /// Few names: a bit for each name's rough shape tells at once, for most, that none before is alike.
    @inline(__always)
    private func pairwise(_ tape: borrowing TapeBuilder, first: Int) -> Int? {
        var shapes: UInt64 = 0
        var index = first
        while index < tape.count {
            let name = tape[index]
            let shape = name.hasEscapes ? UInt64.max : 1 << self.shape(name)
            if shapes & shape != 0, self.occurs(name, in: tape, from: first, to: index) { return index }
            shapes |= shape
            index = Int(tape[index + 1].next)
        }
        return nil
    }

    /// 0…63 from the length, the first and the last byte. For an empty name these are its quotes.
    @inline(__always)
    private func shape(_ name: TapeEntry) -> UInt64 {
        let first = UInt64(self.scanner.base[Int(name.start) + 1])
        let last = UInt64(self.scanner.base[Int(name.end) - 2])
        return (first &* 7 &+ last &* 3 &+ UInt64(name.end &- name.start)) & 63
    }

    private func occurs(_ name: TapeEntry, in tape: borrowing TapeBuilder, from first: Int, to end: Int) -> Bool {
        var index = first
        while index < end {
            if self.isEqual(name, tape[index]) { return true }
            index = Int(tape[index + 1].next)
        }
        return false
    }

    /// Many names: a table with open addressing. The hash is seeded for each process, so that nobody can prepare
    /// names that collide.
    private func hashed(_ tape: borrowing TapeBuilder, first: Int, count: Int) -> Int? {
        let mask = (1 << (Int.bitWidth - count.leadingZeroBitCount + 1)) - 1
        var table = ContiguousArray<UInt32>(repeating: 0, count: mask + 1)
        var index = first
        while index < tape.count {
            let name = tape[index]
            var slot = self.hash(name) & mask
            while table[slot] != 0 {  // Entry 0 is never a name.
                if self.isEqual(name, tape[Int(table[slot])]) { return index }
                slot = (slot + 1) & mask
            }
            table[slot] = UInt32(truncatingIfNeeded: index)
            index = Int(tape[index + 1].next)
        }
        return nil
    }

    private func hash(_ name: TapeEntry) -> Int {
        var hasher = Hasher()
        if name.hasEscapes {
            self.decoded(name).withUnsafeBytes { hasher.combine(bytes: $0) }
        } else {
            hasher.combine(bytes: UnsafeRawBufferPointer(self.contents(name)))
        }
        return hasher.finalize()
    }

    private func isEqual(_ left: TapeEntry, _ right: TapeEntry) -> Bool {
        if !left.hasEscapes, !right.hasEscapes { return self.contents(left).hasSameBytes(as: self.contents(right)) }
        return self.decoded(left) == self.decoded(right)
    }

    private func decoded(_ name: TapeEntry) -> [UInt8] {
        guard name.hasEscapes else { return Array(self.contents(name)) }
        return EscapedString(self.contents(name)).decoded(loneSurrogates: .kept)
    }

    @inline(__always)
    private func contents(_ name: TapeEntry) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: self.scanner.base + name.contents.lowerBound, count: name.contents.count)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether both are of one length and equal. For short texts faster than a call of `memcmp`.
    @inline(__always)
    func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard self.count == other.count else { return false }
        for index in self.indices where self[index] != other[index] { return false }
        return true
    }
}
