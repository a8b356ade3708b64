package import Cryptography

/// The end of a log, and the RFC 6962 root over all records up to it: who notes it can prove later what it held then.
package struct LogHead: Equatable, Sendable, CustomStringConvertible {
    /// The last record's place; 0 if there is none.
    package let seq: UInt64
    /// The root over records 1 ... `seq`.
    package let root: Digest

    /// The head of a log without records.
    package static let empty = LogHead(seq: 0, root: MerkleTree.emptyRoot)

    /// A head.
    package init(seq: UInt64, root: Digest) {
        self.seq = seq
        self.root = root
    }

    /// Reads `SEQ:ROOT`, as ``description`` writes it.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let seq = UInt64(parts[0]), let root = Digest(hex: parts[1]) else { return nil }
        self.init(seq: seq, root: root)
    }

    /// `SEQ:ROOT`, the root in lower-case hexadecimal.
    package var description: String { "\(self.seq):\(self.root.hex)" }
}
