package import Cryptography

/// The tree of RFC 6962 §2.1 by its definition: slow and plain, to judge the fast form by.
package enum MerkleTree {
    /// The root of a tree without leaves: the hash of no bytes.
    package static let emptyRoot = SHA256.hash([UInt8]())

    /// The root over the leaf hashes `leaves`.
    package static func root(overLeafHashes leaves: some Collection<Digest>) -> Digest {
        var hasher = MerkleHasher()
        return Self.root(over: Array(leaves)[...], with: &hasher)
    }

    /// The root over records, given by their bytes.
    package static func root(over records: some Sequence<[UInt8]>) -> Digest {
        var hasher = MerkleHasher()
        var leaves: [Digest] = []
        for record in records { leaves.append(hasher.leaf(record)) }
        return Self.root(over: leaves[...], with: &hasher)
    }

    private static func root(over leaves: ArraySlice<Digest>, with hasher: inout MerkleHasher) -> Digest {
        guard let first = leaves.first else { return Self.emptyRoot }
        guard leaves.count > 1 else { return first }
        // The left subtree is the largest power of two that leaves something for the right one.
        let leftCount = 1 << (Int.bitWidth - 1 - (leaves.count - 1).leadingZeroBitCount)
        let left = Self.root(over: leaves.prefix(leftCount), with: &hasher)
        let right = Self.root(over: leaves.dropFirst(leftCount), with: &hasher)
        return hasher.node(left, right)
    }
}
