/// Finds where the tokens of a JSON text end. Has no state: every method takes the index at which to begin.
struct Scanner {
    let base: UnsafePointer<UInt8>
    let count: Int

    @inline(__always)
    func skipWhitespace(from start: Int) -> Int {
        var at = start
        while at < self.count, self.base[at].isWhitespace { at += 1 }
        return at
    }

    /// The end of `true`, `false` or `null`.
    @inline(__always)
    func literal(_ literal: StaticString, at start: Int) throws(JSONError) -> Int {
        let end = start + literal.utf8CodeUnitCount
        guard end <= self.count else { throw JSONError(offset: start, reason: .syntax) }
        for index in start..<end where self.base[index] != literal.utf8Start[index - start] {
            throw JSONError(offset: index, reason: .syntax)
        }
        return end
    }

    /// The end of a number that begins with a minus or a digit.
    func number(at start: Int) throws(JSONError) -> Int {
        var at = start
        if self.base[at] == UInt8(ascii: "-") { at += 1 }
        let startsWithZero = at < self.count && self.base[at] == UInt8(ascii: "0")
        let integer = at
        at = try self.digits(from: at)
        if startsWithZero, at > integer + 1 { throw JSONError(offset: integer + 1, reason: .syntax) }
        if at < self.count, self.base[at] == UInt8(ascii: ".") {
            at = try self.digits(from: at + 1)
        }
        if at < self.count, self.base[at] | 0x20 == UInt8(ascii: "e") {
            at += 1
            if at < self.count, self.base[at] == UInt8(ascii: "+") || self.base[at] == UInt8(ascii: "-") { at += 1 }
            at = try self.digits(from: at)
        }
        return at
    }

    /// The end of one or more digits.
    @inline(__always)
    private func digits(from start: Int) throws(JSONError) -> Int {
        var at = start
        while at < self.count, self.base[at].isDigit { at += 1 }
        guard at > start else { throw JSONError(offset: at, reason: .syntax) }
        return at
    }
}

extension UInt8 {
    @inline(__always) var isWhitespace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
    @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
}
