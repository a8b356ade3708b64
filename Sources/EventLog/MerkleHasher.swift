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
        self.sha.update(UInt8(1))
        self.sha.update(left)
        self.sha.update(right)
        return self.sha.finish()
    }
}
