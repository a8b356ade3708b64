/// A text that grows byte by byte, and knows how long it is in UTF-16.
struct TextBuilder {
    private(set) var bytes: [UInt8] = []
    private(set) var utf16Count = 0

    mutating func append(_ byte: UInt8) {
        self.bytes.append(byte)
        // The first byte of a character counts, twice if a pair of UTF-16 units is needed.
        if byte & 0xC0 != 0x80 { self.utf16Count += byte >= 0xF0 ? 2 : 1 }
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        for byte in String(scalar).utf8 { self.append(byte) }
    }

    /// The text from that byte on.
    func text(from start: Int) -> String { String(decoding: self.bytes[start...], as: UTF8.self) }
}
