import Cryptography
import EventLog
import Testing

struct MerkleFrontierTests {
    @Test func `a leaf completes a node for each zero bit at the end of its number`() {
        var hasher = MerkleHasher()
        var frontier = MerkleFrontier()
        for number in UInt64(1)...200 {
            var levels: [UInt8] = []
            frontier.append(leaf: hasher.leaf([UInt8(number)]), with: &hasher) { level, _ in levels.append(level) }
            #expect(levels == (0..<UInt8(number.trailingZeroBitCount)).map { $0 + 1 })
            #expect(frontier.size == number)
        }
    }

    @Test func `every size has the root of the definition, and can be put together from its subtrees`() throws {
        var hasher = MerkleHasher()
        var frontier = MerkleFrontier()
        var leaves: [Digest] = []
        var nodes: [[UInt64]: Digest] = [:]
        for number in UInt64(1)...130 {
            let leaf = hasher.leaf(Array("record \(number)".utf8))
            leaves.append(leaf)
            nodes[[number, 0]] = leaf
            frontier.append(leaf: leaf, with: &hasher) { level, node in nodes[[number, UInt64(level)]] = node }
            #expect(frontier.root() == MerkleTree.root(overLeafHashes: leaves))
            let peaks = try MerkleFrontier.subtrees(ofSize: number).map {
                try #require(nodes[[$0.end, UInt64($0.level)]])
            }
            #expect(MerkleFrontier(size: number, peaks: peaks) == frontier)
        }
    }

    @Test func `an edge needs one subtree for each bit of its size`() {
        #expect(MerkleFrontier(size: 3, peaks: [MerkleTree.emptyRoot]) == nil)
        #expect(MerkleFrontier(size: 0, peaks: []) == MerkleFrontier())
    }

    @Test func `the largest size has 64 subtrees`() {
        let subtrees = MerkleFrontier.subtrees(ofSize: .max)
        #expect(subtrees.count == 64)
        #expect(subtrees.first?.level == 63)
        #expect(subtrees.last?.end == .max)
    }
}
