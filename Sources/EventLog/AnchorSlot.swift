import Cryptography

// The file `anchor` in the data directory:
//
//   anchor     := slot slot                                    ; 8,192 bytes, never more or less
//   slot       := magic generation head settled crc padding    ; 4,096 bytes
//   magic      := "EVANCHR1"
//   generation := uint64                                       ; the valid slot with the higher one counts
//   head       := seq root                                     ; what the last append was to reach
//   settled    := seq root                                     ; what was durable before it
//   seq        := uint64
//   root       := 32 bytes                                     ; RFC 6962 root over records 1 ... seq
//   crc        := uint32                                       ; CRC-32 as in zlib, of all bytes of the slot before it
//   padding    := 0x00 ...
//
// Numbers are big-endian. Each write replaces the slot that does not count, so one torn by a power cut leaves the
// other.

/// One of the two places in the anchor file.
struct AnchorSlot: Equatable, Sendable {
    /// The size of a slot: the unit in which any disk is written.
    static let byteCount = 4096
    private static let magic = Array("EVANCHR1".utf8)
    private static let headByteCount = 8 + Digest.byteCount
    private static let checkedByteCount = 8 + 8 + 2 * Self.headByteCount

    let generation: UInt64
    let anchor: Anchor

    init(generation: UInt64, anchor: Anchor) {
        self.generation = generation
        self.anchor = anchor
    }

    /// Reads a slot; nil if it is not whole.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Self.byteCount, bytes[..<8].elementsEqual(Self.magic) else { return nil }
        let crc = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: Self.checkedByteCount, as: UInt32.self))
        let checked = UnsafeRawBufferPointer(rebasing: bytes[..<Self.checkedByteCount])
        guard CRC32.checksum(checked) == crc,
            let head = Self.head(in: bytes, at: 16),
            let settled = Self.head(in: bytes, at: 16 + Self.headByteCount)
        else { return nil }
        self.generation = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        self.anchor = Anchor(head: head, settled: settled)
    }

    /// Writes the slot into `buffer`, which must have room for it.
    func write(to buffer: UnsafeMutableRawBufferPointer) {
        precondition(buffer.count == Self.byteCount)
        var output = ByteOutput(buffer)
        output.write(Self.magic)
        output.write(bigEndian: self.generation)
        Self.write(self.anchor.head, to: &output)
        Self.write(self.anchor.settled, to: &output)
        let crc = CRC32.checksum(UnsafeRawBufferPointer(rebasing: buffer[..<output.count]))
        withUnsafeBytes(of: crc.bigEndian) { output.write($0) }
        for index in output.count..<buffer.count { buffer[index] = 0 }
    }

    private static func head(in bytes: UnsafeRawBufferPointer, at offset: Int) -> LogHead? {
        let seq = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        return Digest(bytes: bytes[offset + 8..<offset + Self.headByteCount]).map { LogHead(seq: seq, root: $0) }
    }

    private static func write(_ head: LogHead, to output: inout ByteOutput) {
        output.write(bigEndian: head.seq)
        head.root.withUnsafeBytes { output.write($0) }
    }
}
