// A log's database holds nothing but these, and no key is ever written twice:
//
//   key    := record | node
//   record := seq             ; value: the record's bytes
//   node   := seq level       ; value: the 32 bytes of the tree node over the 2^level records that end with `seq`
//   seq    := uint64, big-endian, from 1, without gaps
//   level  := uint8, from 1 to the number of zero bits at the end of `seq`
//
// A node sorts right behind the record that completes it, so keys only ever ascend.

/// A key of the log's database.
struct LogKey: Hashable, Comparable, Sendable {
    /// The bytes of a record's key.
    static let recordByteCount = 8
    /// The bytes of a node's key.
    static let nodeByteCount = 9

    let seq: UInt64
    /// 0 for a record.
    let level: UInt8

    /// The first key of a log that is not empty.
    static let first = LogKey(seq: 1, level: 0)

    init(seq: UInt64, level: UInt8) {
        self.seq = seq
        self.level = level
    }

    /// Reads a key; nil if no log has such a key.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Self.recordByteCount || bytes.count == Self.nodeByteCount else { return nil }
        self.seq = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
        self.level = bytes.count == Self.nodeByteCount ? bytes[Self.recordByteCount] : 0
        guard self.seq > 0, Int(self.level) <= self.seq.trailingZeroBitCount else { return nil }
        guard self.level > 0 || bytes.count == Self.recordByteCount else { return nil }
    }

    /// The key that must follow if there are more records.
    var successor: LogKey {
        if Int(self.level) < self.seq.trailingZeroBitCount { return LogKey(seq: self.seq, level: self.level + 1) }
        return LogKey(seq: self.seq + 1, level: 0)
    }

    static func < (left: LogKey, right: LogKey) -> Bool { (left.seq, left.level) < (right.seq, right.level) }

    /// Whether it is the last key of its record, hence may end a log.
    var completesRecord: Bool { Int(self.level) == self.seq.trailingZeroBitCount }

    /// Lends the bytes to `body`.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withUnsafeBytes(of: (self.seq.bigEndian, self.level)) { bytes in
            let count = self.level == 0 ? Self.recordByteCount : Self.nodeByteCount
            return body(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        }
    }
}
