import Cryptography
import EventLog
import Testing

/// What every log promises, asked of every engine.
struct EventLogContractTests {
    @Test(arguments: Engine.allCases) func `an empty log has the head of RFC 6962's empty tree`(engine: Engine) throws {
        let (log, directory) = try engine.make()
        defer { withExtendedLifetime(directory) {} }
        #expect(log.head == .empty)
        #expect(log.head.root.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(try log.record(1) == nil)
        #expect(try log.read(from: 1, limit: 10, byteLimit: 1_000) == [])
        #expect(try log.root(at: 0) == LogHead.empty.root)
        #expect(try log.verify { _, _ in Issue.record("called") } == .empty)
    }

    @Test(arguments: Engine.allCases) func `an append returns the head over all records`(engine: Engine) throws {
        let (log, directory) = try engine.make()
        defer { withExtendedLifetime(directory) {} }
        let all = records(1...100)
        var done = 0
        for count in [1, 2, 1, 5, 30, 61] {
            let head = try log.append(Array(all[done..<done + count]))
            done += count
            #expect(head == LogHead(seq: UInt64(done), root: MerkleTree.root(over: all[..<done].map(\.bytes))))
            #expect(log.head == head)
        }
        for size in 0...100 {
            #expect(try log.root(at: UInt64(size)) == MerkleTree.root(over: all[..<size].map(\.bytes)))
        }
        #expect(throws: EventLogError.beyondHead(seq: 101, head: 100)) { try log.root(at: 101) }
        #expect(try log.verify { _, _ in } == log.head)
    }

    @Test(arguments: Engine.allCases) func `records that do not continue the log are refused whole`(engine: Engine)
        throws
    {
        let (log, directory) = try engine.make()
        defer { withExtendedLifetime(directory) {} }
        #expect(throws: EventLogError.notNext(expected: 1, got: 2)) { try log.append(records(2...3)) }
        #expect(throws: EventLogError.notNext(expected: 1, got: 0)) { try log.append(records(0...1)) }
        let head = try log.append(records(1...2))
        #expect(throws: EventLogError.notNext(expected: 3, got: 2)) { try log.append(records(2...3)) }
        let gap = records(3...3) + records(5...5)
        #expect(throws: EventLogError.notNext(expected: 4, got: 5)) { try log.append(gap) }
        #expect(log.head == head)
        #expect(try log.record(3) == nil)
        #expect(try log.append([]) == head)
        #expect(try log.append(records(3...3)).seq == 3)
    }

    @Test(arguments: Engine.allCases) func `too large a record or a group is refused whole`(engine: Engine) throws {
        var limits = LogLimits()
        limits.recordBytes = 100
        limits.groupBytes = 250
        let (log, directory) = try engine.make(limits: limits)
        defer { withExtendedLifetime(directory) {} }
        #expect(throws: EventLogError.tooLarge(limit: 100)) {
            try log.append([Record(seq: 1, bytes: Array(repeating: 0, count: 101))])
        }
        let group = (1...3).map { Record(seq: $0, bytes: Array(repeating: 0, count: 100)) }
        #expect(throws: EventLogError.tooLarge(limit: 250)) { try log.append(group) }
        #expect(try log.append(Array(group[..<2])).seq == 2)
    }

    @Test(arguments: Engine.allCases) func `reading stops at the limits but never before one record`(engine: Engine)
        throws
    {
        let (log, directory) = try engine.make()
        defer { withExtendedLifetime(directory) {} }
        let all = records(1...20)
        let size = all[10].bytes.count
        _ = try log.append(all)
        #expect(try log.read(from: 0, limit: 3, byteLimit: .max) == Array(all[..<3]))
        #expect(try log.read(from: 11, limit: 5, byteLimit: 2 * size) == Array(all[10..<12]))
        #expect(try log.read(from: 11, limit: 5, byteLimit: 2 * size - 1) == Array(all[10..<11]))
        #expect(try log.read(from: 11, limit: 5, byteLimit: 0) == Array(all[10..<11]))
        #expect(try log.read(from: 19, limit: 5, byteLimit: .max) == Array(all[18...]))
        #expect(try log.read(from: 21, limit: 5, byteLimit: .max) == [])
        #expect(try log.read(from: .max, limit: 5, byteLimit: .max) == [])
        #expect(try log.read(from: 1, limit: 0, byteLimit: .max) == [])
        #expect(try log.record(20) == all[19].bytes)
        #expect(try log.record(0) == nil)
        #expect(try log.record(21) == nil)
    }

    @Test(arguments: Engine.allCases) func `a walk visits each record of its range once, in order`(engine: Engine)
        throws
    {
        var limits = LogLimits()
        limits.recordsPerIterator = 3
        let (log, directory) = try engine.make(limits: limits)
        defer { withExtendedLifetime(directory) {} }
        let all = records(1...20)
        _ = try log.append(all)
        func walk(_ from: UInt64, _ through: UInt64) throws -> [Record] {
            var found: [Record] = []
            try log.forEach(from: from, through: through) { seq, bytes in
                found.append(Record(seq: seq, bytes: Array(bytes)))
                return true
            }
            return found
        }
        for from in 0...21 {
            for through in [0, 1, 2, 7, 8, 9, 19, 20, 21, 1_000] {
                let expected = all.filter { $0.seq >= from && $0.seq <= through }
                #expect(try walk(UInt64(from), UInt64(through)) == expected)
            }
        }
        #expect(try walk(5, .max) == Array(all[4...]))
    }

    @Test(arguments: Engine.allCases) func `a walk ends when told to, and passes errors on`(engine: Engine) throws {
        struct Stop: Error {}
        let (log, directory) = try engine.make()
        defer { withExtendedLifetime(directory) {} }
        _ = try log.append(records(1...20))
        var count = 0
        try log.forEach { seq, _ in
            count += 1
            return seq < 7
        }
        #expect(count == 7)
        #expect(throws: Stop.self) { try log.forEach { _, _ in throw Stop() } }
        #expect(throws: Stop.self) { try log.verify { _, _ in throw Stop() } }
    }

    @Test(arguments: Engine.allCases) func `a closed log answers nothing but its head`(engine: Engine) throws {
        let (log, directory) = try engine.make()
        defer { withExtendedLifetime(directory) {} }
        let head = try log.append(records(1...3))
        try log.settle()
        try log.close()
        try log.close()
        #expect(log.head == head)
        #expect(throws: EventLogError.closed) { try log.append(records(4...4)) }
        #expect(throws: EventLogError.closed) { try log.recover() }
        #expect(throws: EventLogError.closed) { try log.settle() }
        #expect(throws: EventLogError.closed) { try log.record(1) }
        #expect(throws: EventLogError.closed) { try log.read(from: 1, limit: 1, byteLimit: 1) }
        #expect(throws: EventLogError.closed) { try log.forEach { _, _ in true } }
        #expect(throws: EventLogError.closed) { try log.verify { _, _ in } }
        #expect(throws: EventLogError.closed) { try log.root(at: 1) }
    }

    @Test(arguments: Engine.allCases) func `a write that failed but is there counts as done`(engine: Engine) throws {
        let (log, directory) = try engine.make { $0 == 2 ? .written : nil }
        defer { withExtendedLifetime(directory) {} }
        _ = try log.append(records(1...3))
        #expect(try log.append(records(4...6)).seq == 6)
        #expect(try log.append(records(7...7)).root == MerkleTree.root(over: records(1...7).map(\.bytes)))
        #expect(try log.verify { _, _ in }.seq == 7)
    }

    @Test(arguments: Engine.allCases) func `a write that failed and is not there can be tried again`(engine: Engine)
        throws
    {
        let (log, directory) = try engine.make { $0 == 2 ? .notWritten : nil }
        defer { withExtendedLifetime(directory) {} }
        let head = try log.append(records(1...3))
        #expect { try log.append(records(4...6)) } throws: {
            if case .notWritten? = $0 as? EventLogError { true } else { false }
        }
        #expect(log.head == head)
        #expect(try log.recover() == head)
        #expect(try log.append(records(4...5, byteCount: 99)).seq == 5)
        #expect(try log.verify { _, _ in }.seq == 5)
    }

    @Test(arguments: Engine.allCases, [AppendFault.unknownNotWritten, .unknownWritten])
    func `after an unknown outcome the log says what came of it`(engine: Engine, fault: AppendFault) throws {
        let (log, directory) = try engine.make { $0 == 2 ? fault : nil }
        defer { withExtendedLifetime(directory) {} }
        let head = try log.append(records(1...3))
        #expect { try log.append(records(4...6)) } throws: {
            if case .unknown? = $0 as? EventLogError { true } else { false }
        }
        #expect(log.head == head)
        #expect(throws: EventLogError.closed) { try log.record(1) }
        let seq: UInt64 = fault == .unknownWritten ? 6 : 3
        #expect(try log.recover().seq == seq)
        #expect(log.head.seq == seq)
        #expect(try log.append(records(seq + 1...seq + 1)).seq == seq + 1)
        #expect(try log.verify { _, _ in }.seq == seq + 1)
    }

    @Test(arguments: Engine.allCases) func `an append after an unknown outcome opens the log itself`(engine: Engine)
        throws
    {
        let (log, directory) = try engine.make { $0 == 1 ? .unknownWritten : nil }
        defer { withExtendedLifetime(directory) {} }
        #expect(throws: EventLogError.self) { try log.append(records(1...3)) }
        #expect(throws: EventLogError.notNext(expected: 4, got: 1)) { try log.append(records(1...3)) }
        #expect(log.head.seq == 3)
    }

    @Test(arguments: Engine.allCases)
    func `readers beside the writer see whole records up to the head`(engine: Engine) async throws {
        let (log, directory) = try engine.make()
        defer { withExtendedLifetime(directory) {} }
        let all = records(1...300)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for start in stride(from: 0, to: 300, by: 3) { _ = try log.append(Array(all[start..<start + 3])) }
            }
            for _ in 0..<2 {
                group.addTask {
                    var seen: UInt64 = 0
                    while seen < 300 {
                        let head = log.head
                        var last: UInt64 = 0
                        try log.forEach { seq, bytes in
                            #expect(all[Int(seq) - 1].bytes.elementsEqual(bytes))
                            last = seq
                            return true
                        }
                        #expect(last >= head.seq)
                        #expect(try log.root(at: head.seq) == head.root)
                        seen = last
                        await Task.yield()
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
