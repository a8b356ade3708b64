package import Cryptography

/// The right edge of the tree: the roots of the full subtrees that a tree of some size consists of, largest first. It
/// is all that is needed to append to the tree and to know its root.
package struct MerkleFrontier: Equatable, Sendable {
    /// How many leaves the tree has.
    package private(set) var size: UInt64 = 0
    // One for each bit set in `size`, from the highest.
    private var peaks: [Digest] = []

    /// The edge of a tree without leaves.
    package init() {}

    /// The edge of a tree of `size` leaves whose full subtrees have the roots `peaks`, largest first; nil unless
    /// there is one for each bit set in `size`.
    package init?(size: UInt64, peaks: [Digest]) {
        guard peaks.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.peaks = peaks
    }

    /// The full subtrees of a tree of `size` leaves, largest first: where each ends (the number of its last leaf, from
    /// 1) and its level (it has 2^level leaves).
    package static func subtrees(ofSize size: UInt64) -> [(end: UInt64, level: UInt8)] {
        var subtrees: [(end: UInt64, level: UInt8)] = []
        var end: UInt64 = 0
        var rest = size
        while rest != 0 {
            let level = UInt8(63 - rest.leadingZeroBitCount)
            end += 1 << UInt64(level)
            rest &= ~(1 << UInt64(level))
            subtrees.append((end, level))
        }
        return subtrees
    }

    /// Adds a leaf. Each node that it completes is given to `completed`, from level 1 upwards: as many as its number,
    /// from 1, has zero bits at its end.
    package mutating func append(
        leaf: Digest, with hasher: inout MerkleHasher, completed: (UInt8, Digest) -> Void = { _, _ in }
    ) {
        var node = leaf
        var level: UInt8 = 0
        while self.size & (1 << UInt64(level)) != 0 {
            node = hasher.node(self.peaks.removeLast(), node)
            level += 1
            completed(level, node)
        }
        self.peaks.append(node)
        self.size += 1
    }

    /// The root of the tree.
    package func root(with hasher: inout MerkleHasher) -> Digest {
        guard var root = self.peaks.last else { return MerkleTree.emptyRoot }
        for peak in self.peaks.dropLast().reversed() { root = hasher.node(peak, root) }
        return root
    }

    /// The root of the tree.
    package func root() -> Digest {
        var hasher = MerkleHasher()
        return self.root(with: &hasher)
    }
}
