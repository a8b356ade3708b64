import Cryptography
import Testing

struct SecureRandomTests {
    @Test func `there are as many bytes as asked for`() {
        for count in [0, 1, 16, 32, 1000] { #expect(SecureRandom.bytes(count).count == count) }
    }

    @Test func `no two are alike`() {
        #expect(Set((0..<1000).map { _ in SecureRandom.bytes(16) }).count == 1000)
        #expect(Set((0..<1000).map { _ in SecureRandom.uint64() }).count == 1000)
    }

    @Test func `every bit is set about half of the time`() {
        var counts = [Int](repeating: 0, count: 64)
        for _ in 0..<4096 {
            let value = SecureRandom.uint64()
            for bit in counts.indices where value >> UInt64(bit) & 1 == 1 { counts[bit] += 1 }
        }
        // 2048 expected with a deviation of 32: ten deviations away does not happen.
        #expect(counts.allSatisfy { (1728...2368).contains($0) })
    }
}
