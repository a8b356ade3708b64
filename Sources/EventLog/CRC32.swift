/// The checksum of Ethernet, gzip and zlib, so that any language can check it.
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320 }
    }

    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        ~bytes.reduce(~0) { value, byte in value >> 8 ^ Self.table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] }
    }
}
