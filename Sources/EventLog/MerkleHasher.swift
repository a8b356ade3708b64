package import Cryptography

/// The two hashes of RFC 6962, with one context for many of them.
package struct MerkleHasher: ~Copyable, Sendable {
    private var sha = SHA256()

    /// Ready for the first hash.
    package init() {}

    /// `SHA-256(0x00 ‖ bytes)`: the hash of a record.
    package mutating func leaf(_ bytes: UnsafeRawBufferPointer) -> Digest {
        self.sha.update(UInt8(0))
        self.sha.update(bytes)
        return self.sha.finish()
    }

    /// `SHA-256(0x00 ‖ bytes)`: the hash of a record.
    package mutating func leaf(_ bytes: [UInt8]) -> Digest {
        self.sha.update(UInt8(0))
        self.sha.update(bytes)
        return self.sha.finish()
    }

    /// `SHA-256(0x01 ‖ left ‖ right)`: the hash of two subtrees side by side.
    package mutating func node(_ left: Digest, _ right: Digest) -> Digest {
        // In one piece: the calls cost as much as the hashing.
        let words = (
            left.words.0.bigEndian, left.words.1.bigEndian, left.words.2.bigEndian, left.words.3.bigEndian,
            right.words.0.bigEndian, right.words.1.bigEndian, right.words.2.bigEndian, right.words.3.bigEndian
        )
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * Digest.byteCount, alignment: 1) { buffer in
            buffer[0] = 1
            withUnsafeBytes(of: words) { UnsafeMutableRawBufferPointer(rebasing: buffer[1...]).copyMemory(from: $0) }
            self.sha.update(UnsafeRawBufferPointer(buffer))
        }
        return self.sha.finish()
    }
}
