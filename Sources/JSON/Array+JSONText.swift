extension [UInt8] {
    /// Appends a string in quotes, with the escapes that RFC 8259 requires and no others.
    @inline(__always)
    mutating func appendQuoted(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard Self.unescapedEnd(of: utf8, from: 0) == utf8.count else { return self.appendEscaped(utf8) }
        // The usual case in one step, since each append checks who owns the array.
        self.append(addingCapacity: utf8.count + 2) { span in
            span.withUnsafeMutableBufferPointer { output, count in
                output.initializeElement(at: 0, to: UInt8(ascii: "\""))
                _ = UnsafeMutableBufferPointer(rebasing: output[1...]).initialize(fromContentsOf: utf8)
                output.initializeElement(at: utf8.count + 1, to: UInt8(ascii: "\""))
                count = utf8.count + 2
            }
        }
    }

    @inline(never)
    private mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
        self.append(UInt8(ascii: "\""))
        var start = 0
        while true {
            let end = Self.unescapedEnd(of: utf8, from: start)
            if end > start { self.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<end])) }
            guard end < utf8.count else { break }
            self.appendEscape(of: utf8[end])
            start = end + 1
        }
        self.append(UInt8(ascii: "\""))
    }

    /// Appends a whole number.
    mutating func appendDecimal(_ magnitude: UInt64, isNegative: Bool) {
        // 20 digits and a sign are the most there can be.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 21) { buffer in
            var start = buffer.count
            var rest = magnitude
            repeat {
                start -= 1
                buffer[start] = UInt8(truncatingIfNeeded: rest % 10) | 0x30
                rest /= 10
            } while rest != 0
            if isNegative {
                start -= 1
                buffer[start] = UInt8(ascii: "-")
            }
            self.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
        }
    }

    /// The first byte from `start` that needs an escape, or the end.
    @inline(__always)
    private static func unescapedEnd(of utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = utf8.baseAddress else { return 0 }
        var at = start
        while at + 8 <= utf8.count {
            let plain = ByteWord(at: base + at).unescapedPrefix
            at += plain
            if plain < 8 { return at }
        }
        while at < utf8.count {
            let byte = base[at]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return at }
            at += 1
        }
        return at
    }

    @inline(never)
    private mutating func appendEscape(of byte: UInt8) {
        self.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): self.append(byte)
        case 0x08: self.append(UInt8(ascii: "b"))
        case 0x09: self.append(UInt8(ascii: "t"))
        case 0x0A: self.append(UInt8(ascii: "n"))
        case 0x0C: self.append(UInt8(ascii: "f"))
        case 0x0D: self.append(UInt8(ascii: "r"))
        default:
            let digit = byte & 0x0F
            self.append(contentsOf: [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0"), 0x30 | byte >> 4])
            self.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
    }
}
