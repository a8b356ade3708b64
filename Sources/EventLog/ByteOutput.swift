import Glibc

/// Writes bytes one behind the other into memory that must suffice.
struct ByteOutput {
    private let start: UnsafeMutableRawPointer
    private let byteCountMax: Int
    /// How many bytes were written.
    private(set) var count = 0

    /// `buffer` must not be empty.
    init(_ buffer: UnsafeMutableRawBufferPointer) {
        guard let start = buffer.baseAddress else { preconditionFailure("an output without memory") }
        self.start = start
        self.byteCountMax = buffer.count
    }

    mutating func write(_ text: StaticString) {
        memcpy(self.room(for: text.utf8CodeUnitCount), text.utf8Start, text.utf8CodeUnitCount)
    }

    mutating func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { self.write($0) }
    }

    mutating func write(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        memcpy(self.room(for: bytes.count), source, bytes.count)
    }

    mutating func write(byte: UInt8) {
        self.room(for: 1).storeBytes(of: byte, as: UInt8.self)
    }

    mutating func write(bigEndian number: UInt64) {
        withUnsafeBytes(of: number.bigEndian) { self.write($0) }
    }

    /// The digits of `number` without leading zeros.
    mutating func write(decimal number: UInt64) {
        var digits = 1
        var rest = number / 10
        while rest > 0 {
            digits += 1
            rest /= 10
        }
        self.write(decimal: number, digits: digits)
    }

    /// The last `digits` digits of `number`.
    mutating func write(decimal number: UInt64, digits: Int) {
        let start = self.room(for: digits)
        var rest = number
        var place = digits
        while place > 0 {
            place -= 1
            start.storeBytes(
                of: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10), toByteOffset: place, as: UInt8.self)
            rest /= 10
        }
    }

    /// `text` as a JSON string: at most six bytes for each of its own, and two quotes.
    mutating func write(jsonString text: String) {
        self.write(byte: UInt8(ascii: "\""))
        // Native strings are contiguous; only one that came over a bridge is not.
        let isWritten = text.utf8.withContiguousStorageIfAvailable { self.write(unescaped: $0) }
        if isWritten != true { self.write(escaped: text.utf8) }
        self.write(byte: UInt8(ascii: "\""))
    }

    /// Writes bytes that need no escapes. False, and nothing is written, if some do.
    private mutating func write(unescaped bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in bytes where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
        self.write(UnsafeRawBufferPointer(bytes))
        return true
    }

    private mutating func write(escaped bytes: String.UTF8View) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                self.write(byte: UInt8(ascii: "\\"))
                self.write(byte: byte)
            case 0..<0x20:
                self.write("\\u00")
                self.write(byte: Self.hexDigit(byte >> 4))
                self.write(byte: Self.hexDigit(byte & 15))
            default: self.write(byte: byte)
            }
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    /// Where the next `byteCount` bytes go; they count as written.
    private mutating func room(for byteCount: Int) -> UnsafeMutableRawPointer {
        let place = self.start + self.count
        self.count += byteCount
        precondition(self.count <= self.byteCountMax, "an output longer than its memory")
        return place
    }
}
