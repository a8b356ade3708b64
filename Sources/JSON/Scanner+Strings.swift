extension Scanner {
    /// Where a string ends, behind its closing quote.
    struct StringToken {
        let end: Int
        let hasEscapes: Bool
    }

    /// Reads the string whose opening quote is at `quote`.
    @inline(__always)
    func string(at quote: Int, allowsLoneSurrogates: Bool) throws(JSONError) -> StringToken {
        var at = self.skipPlainASCII(from: quote + 1)
        if at < self.count, self.base[at] == UInt8(ascii: "\"") { return StringToken(end: at + 1, hasEscapes: false) }
        var hasEscapes = false
        at = try self.uncommonString(from: at, allowsLoneSurrogates, &hasEscapes)
        return StringToken(end: at, hasEscapes: hasEscapes)
    }

    /// Goes on with a string at something else than plain ASCII.
    @inline(never)
    private func uncommonString(
        from start: Int, _ allowsLoneSurrogates: Bool, _ hasEscapes: inout Bool
    ) throws(JSONError) -> Int {
        var at = start
        while at < self.count {
            let byte = self.base[at]
            if byte >= 0x80 {
                guard let end = self.multibyteRun(from: at) else { throw JSONError(offset: at, reason: .invalidUTF8) }
                at = end
            } else if byte == UInt8(ascii: "\"") {
                return at + 1
            } else if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                at = try self.escape(at: at, allowsLoneSurrogates)
            } else if byte < 0x20 {
                throw JSONError(offset: at, reason: .syntax)
            }
            at = self.skipPlainASCII(from: at)
        }
        throw JSONError(offset: self.count, reason: .truncated)
    }

    /// The first byte that is not ASCII, or has a meaning in a string.
    @inline(__always)
    private func skipPlainASCII(from start: Int) -> Int {
        var at = start
        while at + 8 <= self.count {
            let plain = ByteWord(at: self.base + at).plainASCIIPrefix
            at += plain
            if plain < 8 { return at }
        }
        while at < self.count, self.base[at].isPlainASCII { at += 1 }
        return at
    }

    /// The end of an escape that begins with a backslash at `start`; of both halves of a surrogate pair.
    private func escape(at start: Int, _ allowsLoneSurrogates: Bool) throws(JSONError) -> Int {
        guard start + 1 < self.count else { throw JSONError(offset: self.count, reason: .truncated) }
        guard self.base[start + 1] == UInt8(ascii: "u") else {
            guard self.base[start + 1].escapedCharacter != nil else {
                throw JSONError(offset: start + 1, reason: .syntax)
            }
            return start + 2
        }
        guard let unit = self.codeUnit(at: start + 2) else { throw JSONError(offset: start + 2, reason: .syntax) }
        guard unit & 0xF800 == 0xD800 else { return start + 6 }
        if unit < 0xDC00, let low = self.escapedUnit(at: start + 6), low & 0xFC00 == 0xDC00 { return start + 12 }
        guard allowsLoneSurrogates else { throw JSONError(offset: start, reason: .loneSurrogate) }
        return start + 6
    }

    /// The UTF-16 code unit of `\uXXXX` at `start`, nil if there is no such escape.
    func escapedUnit(at start: Int) -> UInt32? {
        guard start + 6 <= self.count, self.base[start] == UInt8(ascii: "\\"), self.base[start + 1] == UInt8(ascii: "u")
        else { return nil }
        return self.codeUnit(at: start + 2)
    }

    /// Four hexadecimal digits, nil if they are not.
    func codeUnit(at start: Int) -> UInt32? {
        guard start + 4 <= self.count else { return nil }
        var unit: UInt32 = 0
        for index in start..<start + 4 {
            guard let digit = self.base[index].hexadecimalValue else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }
}

extension UInt8 {
    @inline(__always) fileprivate var isPlainASCII: Bool {
        self >= 0x20 && self < 0x80 && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
    }

    fileprivate var hexadecimalValue: UInt32? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self) - 0x30
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self) - 0x57
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self) - 0x37
        default: nil
        }
    }

    /// What a backslash before this character stands for; nil if nothing, and for `u`.
    var escapedCharacter: UInt8? {
        switch self {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): self
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }
}
