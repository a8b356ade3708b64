/// Writes bytes one behind the other into memory that is known to suffice.
struct ByteOutput {
    private let buffer: UnsafeMutableRawBufferPointer
    /// How many bytes were written.
    private(set) var count = 0

    init(_ buffer: UnsafeMutableRawBufferPointer) { self.buffer = buffer }

    mutating func write(_ text: StaticString) {
        self.write(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { self.write($0) }
    }

    mutating func write(_ bytes: UnsafeRawBufferPointer) {
        UnsafeMutableRawBufferPointer(rebasing: self.buffer[self.count...]).copyMemory(from: bytes)
        self.count += bytes.count
    }

    mutating func write(byte: UInt8) {
        self.buffer[self.count] = byte
        self.count += 1
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
        var rest = number
        for place in stride(from: self.count + digits - 1, through: self.count, by: -1) {
            self.buffer[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        self.count += digits
    }

    /// `text` as a JSON string: at most six bytes for each of its own, and two quotes.
    mutating func write(jsonString text: String) {
        self.write(byte: UInt8(ascii: "\""))
        for byte in text.utf8 {
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
        self.write(byte: UInt8(ascii: "\""))
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
