/// Eight bytes looked at together, the first of them lowest.
struct ByteWord {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    private let bits: UInt64

    /// Loads eight bytes from `pointer`, which need not be aligned.
    @inline(__always)
    init(at pointer: UnsafePointer<UInt8>) {
        self.bits = UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
    }

    /// How many bytes at the beginning mean themselves in a string and are ASCII; 8 if all.
    @inline(__always)
    var plainASCIIPrefix: Int { (self.escaped | self.bits & Self.tops).trailingZeroBitCount >> 3 }

    /// How many bytes at the beginning may stand in a string as they are, ASCII or not; 8 if all.
    @inline(__always)
    var unescapedPrefix: Int { self.escaped.trailingZeroBitCount >> 3 }

    /// The top bit of each byte that is a quote, a backslash or a control character. Bytes behind the first such byte
    /// may be marked wrongly (a borrow runs upwards), so only the lowest bit counts.
    @inline(__always)
    private var escaped: UInt64 {
        let quote = self.bits ^ (Self.ones &* UInt64(UInt8(ascii: "\"")))
        let backslash = self.bits ^ (Self.ones &* UInt64(UInt8(ascii: "\\")))
        let isQuote = (quote &- Self.ones) & ~quote
        let isBackslash = (backslash &- Self.ones) & ~backslash
        let isControl = (self.bits &- (Self.ones &* 0x20)) & ~self.bits
        return (isQuote | isBackslash | isControl) & Self.tops
    }
}
