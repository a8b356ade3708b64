import Testing

@testable import EventLog

struct CRC32Tests {
    @Test func `it is the checksum of zlib`() {
        #expect(Array("123456789".utf8).withUnsafeBytes { CRC32.checksum($0) } == 0xCBF4_3926)
        #expect([UInt8]().withUnsafeBytes { CRC32.checksum($0) } == 0)
    }
}
