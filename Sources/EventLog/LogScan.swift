import Cryptography
import LevelDB

/// A walk over records in order, which notices a gap where it is.
struct LogScan {
    let reader: LogReader
    /// How many records it reads with one iterator.
    let recordsPerIterator: UInt64

    typealias RecordBody = (UInt64, UnsafeRawBufferPointer) throws -> Bool
    typealias NodeBody = (LogKey, UnsafeRawBufferPointer) throws -> Void

    /// Calls `record` for each record of `range` until it says false, and `node` for each tree node behind it.
    func run(_ range: ClosedRange<UInt64>, node: NodeBody? = nil, record: RecordBody) throws {
        var next = range.lowerBound
        while next <= range.upperBound {
            let last = next + min(range.upperBound - next, self.recordsPerIterator - 1)
            guard try self.part(next...last, node: node, record: record) else { return }
            next = last + 1
        }
    }

    /// What one iterator reads; false if `record` said so.
    private func part(_ range: ClosedRange<UInt64>, node: NodeBody?, record: RecordBody) throws -> Bool {
        var iterator = self.reader.database.makeIterator(verifyChecksums: true, fillCache: false)
        LogKey(seq: range.lowerBound, level: 0).withBytes { iterator.seek(to: $0) }
        var expected = range.lowerBound
        while iterator.isValid, expected <= range.upperBound || node != nil {
            guard let key = LogKey(iterator.unsafeKey) else {
                throw self.reader.damage(expected, "a key is none of a log's")
            }
            if key.level > 0 {
                if let node { try node(key, iterator.unsafeValue) }
            } else {
                guard expected <= range.upperBound, key.seq == expected else { break }
                guard try record(expected, iterator.unsafeValue) else { return false }
                expected += 1
            }
            iterator.next()
        }
        // LevelDB leaves out a block that it cannot read, and goes on behind it.
        do throws(LevelDBError) {
            try iterator.checkError()
        } catch {
            throw self.reader.failure(expected, error)
        }
        guard expected > range.upperBound else { throw self.reader.damage(expected, "the record is missing") }
        return true
    }
}
