/// What every engine asks of the records of an append.
enum RecordCheck {
    /// - Throws: ``EventLogError/notNext(expected:got:)`` or ``EventLogError/tooLarge(limit:)``.
    static func check(_ records: [Record], after seq: UInt64, _ limits: LogLimits) throws(EventLogError) {
        var last = seq
        var byteCount = 0
        for record in records {
            guard record.seq == last + 1 else { throw .notNext(expected: last + 1, got: record.seq) }
            guard record.bytes.count <= limits.recordBytes else { throw .tooLarge(limit: limits.recordBytes) }
            byteCount += record.bytes.count
            last = record.seq
        }
        guard byteCount <= limits.groupBytes else { throw .tooLarge(limit: limits.groupBytes) }
    }
}
