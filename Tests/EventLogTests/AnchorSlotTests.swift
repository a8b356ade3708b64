import Cryptography
import Testing

@testable import EventLog

struct AnchorSlotTests {
    private static let slot = AnchorSlot(
        generation: 7,
        anchor: Anchor(
            head: LogHead(seq: 9, root: SHA256.hash([9])), settled: LogHead(seq: 8, root: SHA256.hash([8]))))

    private static func bytes() -> [UInt8] {
        var bytes = [UInt8](repeating: 0xEE, count: AnchorSlot.byteCount)
        bytes.withUnsafeMutableBytes { Self.slot.write(to: $0) }
        return bytes
    }

    @Test func `a slot is read as it was written`() {
        #expect(Self.bytes().withUnsafeBytes { AnchorSlot($0) } == Self.slot)
    }

    @Test func `the bytes are those of the grammar`() {
        let bytes = Self.bytes()
        #expect(Array(bytes[..<8]) == Array("EVANCHR1".utf8))
        #expect(Array(bytes[8..<24]) == [0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 9])
        #expect(Array(bytes[24..<56]) == SHA256.hash([9]).bytes)
        #expect(bytes[63] == 8)
        #expect(Array(bytes[64..<96]) == SHA256.hash([8]).bytes)
        #expect(bytes[100...].allSatisfy { $0 == 0 })
    }

    @Test func `a flip of any bit that counts makes the slot invalid`() {
        let bytes = Self.bytes()
        for bit in 0..<100 * 8 {
            var flipped = bytes
            flipped[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(flipped.withUnsafeBytes { AnchorSlot($0) } == nil, "bit \(bit)")
        }
    }
}
