import Cryptography
import Testing

struct DigestTests {
    static let bytes = [UInt8](0..<32)

    @Test func `words, bytes and hexadecimal digits are the same 32 bytes`() throws {
        let digest = try #require(Digest(bytes: Self.bytes))
        #expect(digest.words.0 == 0x0001_0203_0405_0607)
        #expect(digest.words.3 == 0x1819_1A1B_1C1D_1E1F)
        #expect(digest.bytes == Self.bytes)
        #expect(digest.hex == "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
        #expect(digest.description == digest.hex)
        #expect(Digest(words: digest.words) == digest)
        #expect(Digest(hex: digest.hex) == digest)
        #expect(Digest(hex: digest.hex.uppercased()) == digest)
        #expect(digest.withUnsafeBytes { Array($0) } == Self.bytes)
    }

    @Test func `digests that differ in any bit are different`() throws {
        let digest = try #require(Digest(bytes: Self.bytes))
        for bit in 0..<256 {
            var changed = Self.bytes
            changed[bit / 8] ^= 1 << (bit % 8)
            #expect(Digest(bytes: changed) != digest)
        }
    }

    @Test func `equal digests have equal hashes`() {
        #expect(Set([SHA256.hash("a"), SHA256.hash("b"), SHA256.hash("a")]).count == 2)
    }

    @Test func `only 32 bytes are a digest`() {
        #expect(Digest(bytes: [UInt8]()) == nil)
        #expect(Digest(bytes: Self.bytes.dropLast()) == nil)
        #expect(Digest(bytes: Self.bytes + [0]) == nil)
        #expect(Digest(hex: "") == nil)
        #expect(Digest(hex: String(repeating: "0", count: 63)) == nil)
        #expect(Digest(hex: String(repeating: "0", count: 66)) == nil)
        #expect(Digest(hex: String(repeating: "g", count: 64)) == nil)
    }
}
