/// One value or member name of a document, 16 bytes.
///
/// A document is the list of its entries in the order of the text. A container is followed by what is in it:
///
/// ```
/// value   := scalar | array | object
/// array   := entry value*             -- `count` values, then the entry at `next`
/// object  := entry (string value)*    -- `count` members, then the entry at `next`
/// ```
struct TapeEntry {
    /// Index of the first byte of the text, a string's quote included.
    let start: UInt32
    /// Index behind the last byte.
    var end: UInt32
    /// Index of the first entry that is not inside this one. While a container is open: its parent's index.
    var next: UInt32
    /// kind in the lowest 3 bits, then 1 bit `hasEscapes`, then 28 bits `count` (enough for `JSONDocument.bytesMax`).
    private(set) var info: UInt32

    init(kind: JSONValue.Kind, start: Int, end: Int, next: Int, hasEscapes: Bool = false) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
        self.next = UInt32(truncatingIfNeeded: next)
        self.info = UInt32(kind.rawValue) | (hasEscapes ? 8 : 0)
    }

    var kind: JSONValue.Kind { JSONValue.Kind(rawValue: UInt8(truncatingIfNeeded: self.info & 7)) ?? .null }
    var hasEscapes: Bool { self.info & 8 != 0 }
    var count: Int { Int(self.info >> 4) }
    var range: Range<Int> { Int(self.start)..<Int(self.end) }

    /// The bytes between the quotes; only for a string.
    var contents: Range<Int> { Int(self.start) + 1..<Int(self.end) - 1 }

    mutating func incrementCount() { self.info += 1 << 4 }
}
