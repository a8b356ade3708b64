package import Cryptography

extension LevelDBEventLog {
    package func record(_ seq: UInt64) throws(EventLogError) -> [UInt8]? {
        guard seq > 0, seq <= self.head.seq else { return nil }
        let reader = try self.reader()
        guard let bytes = try reader.withRecord(seq, { Array($0) }) else {
            throw reader.damage(seq, "the record is missing")
        }
        return bytes
    }

    package func read(from: UInt64, limit: Int, byteLimit: Int) throws(EventLogError) -> [Record] {
        var records: [Record] = []
        var byteCount = 0
        guard limit > 0 else { return records }
        do {
            try self.forEach(from: from, through: .max) { seq, bytes in
                byteCount += bytes.count
                guard records.isEmpty || byteCount <= byteLimit else { return false }
                records.append(Record(seq: seq, bytes: Array(bytes)))
                return records.count < limit
            }
        } catch let error as EventLogError {
            throw error
        } catch {
            preconditionFailure("a scan threw \(error)")
        }
        return records
    }

    package func forEach(
        from: UInt64, through: UInt64, _ body: (UInt64, UnsafeRawBufferPointer) throws -> Bool
    ) throws {
        let (first, last) = (max(from, 1), min(through, self.head.seq))
        let scan = try self.scan()
        guard first <= last else { return }
        try scan.run(first...last, record: body)
    }

    package func verify(_ body: (UInt64, UnsafeRawBufferPointer) throws -> Void) throws -> LogHead {
        let head = self.head
        let scan = try self.scan()
        guard head.seq > 0 else { return head }
        var check = TreeCheck()
        try scan.run(1...head.seq) { key, node in
            if let mismatch = check.compare(level: key.level, node) { throw scan.reader.damage(mismatch) }
        } record: { seq, bytes in
            try body(seq, bytes)
            if let mismatch = check.add(bytes) { throw scan.reader.damage(mismatch) }
            return true
        }
        let (computed, mismatch) = check.finish()
        if let mismatch { throw scan.reader.damage(mismatch) }
        guard computed == head else { throw scan.reader.damage(head.seq, "the root is not that of the head") }
        return head
    }

    package func root(at size: UInt64) throws(EventLogError) -> Digest {
        let head = self.head
        if size == head.seq { return head.root }
        guard size < head.seq else { throw .beyondHead(seq: size, head: head.seq) }
        return try self.reader().root(at: size)
    }

    private func scan() throws(EventLogError) -> LogScan {
        LogScan(reader: try self.reader(), recordsPerIterator: self.opener.options.limits.recordsPerIterator)
    }
}

extension LogReader {
    fileprivate func damage(_ mismatch: TreeCheck.Mismatch) -> EventLogError {
        self.damage(mismatch.seq, mismatch.reason)
    }
}
