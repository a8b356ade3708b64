import EventLog
import LevelDB
import Testing

/// What only the LevelDB engine has: the anchor's own failures, and readers that hold the handle.
struct LevelDBEventLogTests {
    private let directory: TemporaryDirectory

    init() throws { self.directory = try TemporaryDirectory() }

    private func open(_ disk: FaultyDisk, closeMilliseconds: Int = 5_000) throws -> LevelDBEventLog {
        var options = LogOptions()
        options.limits.closeMilliseconds = closeMilliseconds
        return try LevelDBEventLog.open(
            directory: self.directory.path, mode: .createIfEmpty, options: options, disk: disk)
    }

    private static func isUnknown(_ error: any Error) -> Bool {
        if case .unknown? = error as? EventLogError { true } else { false }
    }

    @Test func `an append whose anchor failed once succeeds after all`() throws {
        let log = try self.open(FaultyDisk(anchor: { $0 == 2 ? .fail : .perform }))
        _ = try log.append(records(1...2))
        #expect(try log.append(records(3...5)).seq == 5)
        #expect(try log.append(records(6...6)).seq == 6)
    }

    @Test func `an append is not acknowledged while the anchor cannot be written`() throws {
        let log = try self.open(FaultyDisk(anchor: { (2...5).contains($0) ? .fail : .perform }))
        _ = try log.append(records(1...2))
        #expect(performing: { try log.append(records(3...5)) }, throws: Self.isUnknown)
        #expect(log.head.seq == 2)
        #expect(performing: { try log.append(records(3...5)) }, throws: Self.isUnknown)
        #expect(performing: { try log.recover() }, throws: Self.isUnknown)
        #expect(try log.recover().seq == 5)
        #expect(try log.append(records(6...6)).seq == 6)
    }

    @Test func `attempts to recover leave nothing behind`() throws {
        let disk = FaultyDisk(log: { $0 == 2 ? .failAndRefuseOpening : .perform })
        let log = try self.open(disk)
        _ = try log.append(records(1...2))
        #expect(throws: EventLogError.self) { try log.append(records(3...5)) }
        let names = try self.directory.contents().keys.sorted()
        for _ in 0..<20 {
            disk.refuseOpens(1)
            #expect(performing: { try log.append(records(3...5)) }, throws: Self.isUnknown)
        }
        #expect(try self.directory.contents().keys.sorted() == names)
        #expect(try log.append(records(3...5)).seq == 5)
    }

    @Test func `a reader that keeps the handle makes recovery wait, and only for so long`() throws {
        let log = try self.open(FaultyDisk(log: { $0 == 2 ? .fail : .perform }), closeMilliseconds: 20)
        _ = try log.append(records(1...2))
        try log.forEach { seq, _ in
            if seq == 1 { #expect(performing: { try log.append(records(3...5)) }, throws: Self.isUnknown) }
            return true
        }
        #expect(try log.append(records(3...5)).seq == 5)
    }

    @Test func `a log that was not closed opens again with everything acknowledged`() throws {
        for round in UInt64(0)..<5 {
            let log = try self.open(FaultyDisk())
            #expect(log.head.seq == round * 10)
            for seq in round * 10 + 1...round * 10 + 10 { _ = try log.append(records(seq...seq)) }
        }
    }
}
