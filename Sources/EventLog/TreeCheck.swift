import Cryptography

/// Computes the tree over records that come in order, and compares it with the nodes that are stored behind each.
struct TreeCheck: ~Copyable {
    /// A node that is not what the records below it say.
    struct Mismatch {
        /// The first record that cannot be vouched for.
        let seq: UInt64
        let reason: String
    }

    private var frontier = MerkleFrontier()
    private var hasher = MerkleHasher()
    // What the last record completed, and how many of these were seen stored.
    private var completed: [Digest] = []
    private var seen = 0

    /// Adds a record. Says what is wrong with the nodes of the one before, if anything.
    mutating func add(_ record: UnsafeRawBufferPointer) -> Mismatch? {
        let mismatch = self.missingNode()
        self.completed.removeAll(keepingCapacity: true)
        self.seen = 0
        let leaf = self.hasher.leaf(record)
        self.frontier.append(leaf: leaf, with: &self.hasher) { _, node in self.completed.append(node) }
        return mismatch
    }

    /// Compares a stored node of the last record.
    mutating func compare(level: UInt8, _ stored: UnsafeRawBufferPointer) -> Mismatch? {
        guard Int(level) == self.seen + 1, self.seen < self.completed.count else { return self.missingNode() }
        let isEqual = self.completed[self.seen].withUnsafeBytes { $0.elementsEqual(stored) }
        guard isEqual else { return self.wrongNode(level) }
        self.seen += 1
        return nil
    }

    /// What the records add up to, and what is wrong with the nodes of the last one, if anything.
    mutating func finish() -> (head: LogHead, mismatch: Mismatch?) {
        let head = LogHead(seq: self.frontier.size, root: self.frontier.root(with: &self.hasher))
        return (head, self.missingNode())
    }

    private func missingNode() -> Mismatch? {
        guard self.seen < self.completed.count else { return nil }
        return Mismatch(seq: self.frontier.size, reason: "the tree node of level \(self.seen + 1) is missing")
    }

    private func wrongNode(_ level: UInt8) -> Mismatch {
        let seq = self.frontier.size
        guard level == 1 else {
            return Mismatch(seq: seq, reason: "the tree node of level \(level) is not that of the nodes below it")
        }
        return Mismatch(seq: seq - 1, reason: "record \(seq - 1) or \(seq) is not what was written")
    }
}
