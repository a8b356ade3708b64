import Cryptography
import EventLog
import LinkService
import Linking

/// Checks records one after another: order, readability, and the tree over them.
struct LogVerifier: ~Copyable {
    private var frontier = MerkleFrontier()
    private var hasher = MerkleHasher()
    private let noted: LogHead?
    private(set) var head = LogHead.empty

    /// - Parameter noted: a head that the log must pass through.
    init(noted: LogHead?) {
        self.noted = noted
    }

    /// - Throws: ``EventLogError/damaged(seq:file:reason:advice:)`` with the record's seq.
    mutating func add(_ bytes: UnsafeRawBufferPointer) throws {
        let expected = self.head.seq + 1
        do {
            let recorded = try EventDecoder.decode([UInt8](bytes), seq: expected)
            guard recorded.seq == expected else {
                throw Self.damage(expected, "the record says it is \(recorded.seq)")
            }
        } catch let error as EventCodecError {
            throw Self.damage(expected, "\(error)")
        }
        self.frontier.append(leaf: self.hasher.leaf(bytes), with: &self.hasher)
        self.head = LogHead(seq: expected, root: Digest(words: (0, 0, 0, 0)))
        if let noted = self.noted, noted.seq == expected, self.frontier.root() != noted.root {
            throw Self.damage(expected, "the root here is \(self.frontier.root().hex), not the one noted")
        }
    }

    /// - Throws: ``EventLogError`` if what was read does not end in `head`, or ends before the noted one.
    func finish(at head: LogHead) throws {
        if let noted = self.noted, noted.seq > self.head.seq {
            throw Self.damage(
                self.head.seq + 1, "the log ends at \(self.head.seq), before the head noted, \(noted.seq)")
        }
        guard self.head.seq == head.seq else {
            throw Self.damage(self.head.seq + 1, "the log ends at \(self.head.seq), its head says \(head.seq)")
        }
        guard self.frontier.root() == head.root else {
            throw Self.damage(head.seq, "the root over all records is not that of the head")
        }
    }

    private static func damage(_ seq: UInt64, _ reason: String) -> EventLogError {
        .damaged(
            seq: seq, file: "log", reason: reason,
            advice: "Keep the directory as it is, and restore from a backup or a copy that verifies.")
    }
}
