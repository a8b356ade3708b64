import Testing

@testable import EventLog

struct LogKeyTests {
    private static func bytes(_ key: LogKey) -> [UInt8] { key.withBytes { Array($0) } }

    @Test func `keys ascend from each to its successor`() {
        var key = LogKey.first
        while key.seq < 5_000 {
            #expect(Self.bytes(key).lexicographicallyPrecedes(Self.bytes(key.successor)))
            #expect(Self.bytes(key).withUnsafeBytes { LogKey($0) } == key)
            #expect(key.completesRecord == (key.successor.level == 0))
            key = key.successor
        }
    }

    @Test func `a record's key is its number, big-endian, and a node's has its level behind`() {
        #expect(Self.bytes(LogKey(seq: 0x0102_0304, level: 0)) == [0, 0, 0, 0, 1, 2, 3, 4])
        #expect(Self.bytes(LogKey(seq: 8, level: 3)) == [0, 0, 0, 0, 0, 0, 0, 8, 3])
    }

    @Test(
        arguments: [
            [], [1], [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 1, 1], [0, 0, 0, 0, 0, 0, 0, 2, 0],
            [0, 0, 0, 0, 0, 0, 0, 2, 2], [0, 0, 0, 0, 0, 0, 0, 2, 1, 0],
        ] as [[UInt8]]) func `what no log has is no key`(bytes: [UInt8])
    {
        #expect(bytes.withUnsafeBytes { LogKey($0) } == nil)
    }
}
