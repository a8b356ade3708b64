import Cryptography
import EventLog
import Foundation
import LevelDB
import Testing

/// What opening accepts after a crash, and what it refuses.
struct LogOpeningTests {
    private let directory: TemporaryDirectory

    init() throws { self.directory = try TemporaryDirectory() }

    private func open(
        _ directory: TemporaryDirectory, _ mode: OpenMode = .existing, disk: any LogDisk = SystemLogDisk()
    ) throws -> LevelDBEventLog {
        try LevelDBEventLog.open(directory: directory.path, mode: mode, disk: disk)
    }

    private func fill(_ range: ClosedRange<UInt64>) throws {
        let log = try self.open(self.directory, .createIfEmpty)
        _ = try log.append(records(range))
        try log.close()
    }

    private func damage(_ body: () throws -> Void) -> (seq: UInt64?, reason: String)? {
        do {
            try body()
            return nil
        } catch EventLogError.damaged(let seq, _, let reason, let advice) {
            #expect(!advice.isEmpty)
            return (seq, reason)
        } catch {
            Issue.record("\(error)")
            return nil
        }
    }

    @Test func `a log that does not exist is made only if asked for`() throws {
        let path = self.directory.path + "/data"
        #expect(throws: EventLogError.notFound(directory: path)) {
            try LevelDBEventLog.open(directory: path, mode: .existing)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
        let log = try LevelDBEventLog.open(directory: path, mode: .createIfEmpty)
        #expect(log.head == .empty)
    }

    @Test func `records are there after closing and opening again, and the log goes on`() throws {
        var seq: UInt64 = 0
        for count in [1, 3, 4, 8, 1] as [UInt64] {
            let log = try self.open(self.directory, .createIfEmpty)
            #expect(log.head.seq == seq)
            _ = try log.append(records(seq + 1...seq + count))
            seq += count
            #expect(log.head.root == MerkleTree.root(over: records(1...seq).map(\.bytes)))
            try log.close()
        }
        #expect(try self.open(self.directory).verify { _, _ in }.seq == 17)
    }

    @Test func `a log that is open is in use`() throws {
        let log = try self.open(self.directory, .createIfEmpty)
        #expect(throws: EventLogError.inUse(pid: 0, command: "")) { try self.open(self.directory) }
        withExtendedLifetime(log) {}
    }

    @Test func `a crash at any step of making a log is no damage`() throws {
        try self.fill(1...1)
        let whole = try TemporaryDirectory()
        do { _ = try self.open(whole, .createIfEmpty) }
        // As the steps leave it: nothing, the anchor's draft, the anchor, the log's draft, a part of it.
        for keep in [[], ["anchor.new"], ["anchor"], ["anchor", "log.new"]] {
            let copy = try TemporaryDirectory(copyOf: whole.path)
            try FileManager.default.moveItem(atPath: copy.path + "/log", toPath: copy.path + "/log.new")
            try FileManager.default.copyItem(atPath: copy.path + "/anchor", toPath: copy.path + "/anchor.new")
            for name in ["anchor", "anchor.new", "log.new"] where !keep.contains(name) {
                try FileManager.default.removeItem(atPath: copy.path + "/" + name)
            }
            #expect(throws: EventLogError.self) { try self.open(copy) }
            #expect(try self.open(copy, .createIfEmpty).append(records(1...2)).seq == 2, "with \(keep)")
        }
    }

    @Test func `a log whose group reached only one of log and anchor was a crash`() throws {
        for (logStep, anchorStep) in [(FaultyDisk.Step.pretend, FaultyDisk.Step.perform), (.perform, .pretend)] {
            let directory = try TemporaryDirectory()
            let copy: TemporaryDirectory
            do {
                let disk = FaultyDisk(
                    log: { $0 == 3 ? logStep : .perform }, anchor: { $0 == 3 ? anchorStep : .perform })
                let log = try self.open(directory, .createIfEmpty, disk: disk)
                _ = try log.append(records(1...4))
                _ = try log.append(records(5...7))
                _ = try log.append(records(8...9))
                copy = try TemporaryDirectory(copyOf: directory.path)
            }
            let log = try self.open(copy)
            #expect(log.head.seq == (logStep == .perform ? 9 : 7))
            // Other records than the lost ones: the anchor must not hold the lost ones against them.
            _ = try log.append(records(log.head.seq + 1...log.head.seq + 5, byteCount: 80))
            let again = try TemporaryDirectory(copyOf: copy.path)
            #expect(try self.open(again).head == log.head)
        }
    }

    @Test func `a group that failed in the log alone is not held against the next one that crashes`() throws {
        // The anchor learnt of group 2, the log did not; then group 3 reached the log, and not the anchor.
        let disk = FaultyDisk(
            log: { $0 == 2 ? .fail : .perform }, anchor: { $0 == 4 ? .pretend : .perform })
        let log = try self.open(self.directory, .createIfEmpty, disk: disk)
        _ = try log.append(records(1...4))
        #expect(throws: EventLogError.self) { try log.append(records(5...6)) }
        let head = try log.append(records(5...9, byteCount: 99))
        let copy = try TemporaryDirectory(copyOf: self.directory.path)
        #expect(try self.open(copy).head == head)
    }

    @Test func `a log that lost settled records is refused with the first one that is missing`() throws {
        let copy: TemporaryDirectory
        do {
            let disk = FaultyDisk(log: { $0 >= 2 ? .pretend : .perform })
            let log = try self.open(self.directory, .createIfEmpty, disk: disk)
            _ = try log.append(records(1...4))
            _ = try log.append(records(5...7))
            _ = try log.append(records(8...9))
            copy = try TemporaryDirectory(copyOf: self.directory.path)
        }
        #expect(self.damage { _ = try self.open(copy) }?.seq == 5)
    }

    @Test func `settling makes the last append settled, and so does closing`() throws {
        for settle in [{ try $0.settle() }, { try $0.close() }] as [@Sendable (LevelDBEventLog) throws -> Void] {
            let directory = try TemporaryDirectory()
            let copy: TemporaryDirectory
            do {
                let disk = FaultyDisk(log: { $0 >= 2 ? .pretend : .perform })
                let log = try self.open(directory, .createIfEmpty, disk: disk)
                _ = try log.append(records(1...4))
                _ = try log.append(records(5...7))
                try settle(log)
                copy = try TemporaryDirectory(copyOf: directory.path)
            }
            #expect(self.damage { _ = try self.open(copy) }?.seq == 5)
        }
    }

    @Test func `an anchor of another log is refused`() throws {
        try self.fill(1...9)
        let other = try TemporaryDirectory()
        do {
            let log = try self.open(other, .createIfEmpty)
            _ = try log.append(records(1...8, byteCount: 50))
            try log.close()
        }
        try write(try bytes(of: other.path + "/anchor"), to: self.directory.path + "/anchor")
        #expect(self.damage { _ = try self.open(self.directory) }?.reason.contains("root at seq 8") == true)
    }

    @Test func `an anchor that is missing or has no whole slot is refused, also for an empty log`() throws {
        let empty = try TemporaryDirectory()
        do { _ = try self.open(empty, .createIfEmpty) }
        try self.fill(1...9)
        for source in [empty, self.directory] {
            let copy = try TemporaryDirectory(copyOf: source.path)
            for content in [[], Array(repeating: UInt8(0), count: 8_192)] as [[UInt8]] {
                try write(content, to: copy.path + "/anchor")
                #expect(self.damage { _ = try self.open(copy, .createIfEmpty) } != nil)
            }
            try FileManager.default.removeItem(atPath: copy.path + "/anchor")
            #expect(self.damage { _ = try self.open(copy, .createIfEmpty) } != nil)
        }
    }

    @Test(arguments: [0, 4_096]) func `one torn slot is no damage, and is made whole again`(offset: Int) throws {
        try self.fill(1...9)
        var content = try bytes(of: self.directory.path + "/anchor")
        for index in offset..<offset + 4_096 { content[index] = 0xAB }
        try write(content, to: self.directory.path + "/anchor")
        do {
            let log = try self.open(self.directory)
            #expect(log.head.seq == 9)
        }
        // The other slot may go now.
        content = try bytes(of: self.directory.path + "/anchor")
        for index in 4_096 - offset..<8_192 - offset { content[index] = 0 }
        try write(content, to: self.directory.path + "/anchor")
        #expect(try self.open(self.directory).head.seq == 9)
    }

    @Test func `a log that is gone while the anchor or another trace remembers it is refused`() throws {
        try self.fill(1...9)
        try FileManager.default.removeItem(atPath: self.directory.path + "/log")
        for mode in [OpenMode.existing, .createIfEmpty] {
            #expect(self.damage { _ = try self.open(self.directory, mode) }?.reason.contains("seq 9") == true)
        }
        try FileManager.default.createDirectory(
            atPath: self.directory.path + "/log", withIntermediateDirectories: false)
        #expect(self.damage { _ = try self.open(self.directory, .createIfEmpty) } != nil)
        let other = try TemporaryDirectory()
        try FileManager.default.createDirectory(
            atPath: other.path + "/projections", withIntermediateDirectories: false)
        var options = LogOptions()
        options.tracesOfEarlierLog = ["keys", "projections"]
        #expect(
            self.damage {
                _ = try LevelDBEventLog.open(directory: other.path, mode: .createIfEmpty, options: options)
            }?.reason.contains("projections") == true)
    }

    @Test(arguments: ["CURRENT", "MANIFEST-"]) func `a lost LevelDB file is damage, whatever LevelDB says`(name: String)
        throws
    {
        try self.fill(1...9)
        for path in try self.directory.logFiles(prefix: name) { try FileManager.default.removeItem(atPath: path) }
        for mode in [OpenMode.existing, .createIfEmpty] {
            #expect(self.damage { _ = try self.open(self.directory, mode) } != nil)
        }
    }

    @Test func `a lost write-ahead log is refused`() throws {
        try self.fill(1...9)
        for path in try self.directory.logFiles(".log") { try FileManager.default.removeItem(atPath: path) }
        #expect(self.damage { _ = try self.open(self.directory) }?.seq == 1)
    }

    @Test func `a full disk while opening is not called damage`() throws {
        try self.fill(1...9)
        let disk = FaultyDisk()
        disk.refuseOpens(1)
        #expect { try self.open(self.directory, disk: disk) } throws: {
            if case .io? = $0 as? EventLogError { true } else { false }
        }
    }

    @Test func `a record changed behind the log's back is found when the whole log is read`() throws {
        try self.fill(1...21)
        for seq in UInt64(1)...21 {
            let copy = try TemporaryDirectory(copyOf: self.directory.path)
            do {
                let database = try Database(path: copy.path + "/log", options: Options())
                var batch = WriteBatch()
                batch.put(withUnsafeBytes(of: seq.bigEndian) { Array($0) }, Array("{}".utf8))
                try database.write(batch, sync: true)
            }
            // The table that this leaves does not fit in, which opening sees; a tamperer would tidy up.
            do { try Database(path: copy.path + "/log", options: Options()).compactAll() }
            // Only the tree over both tells that one of two neighbours was changed.
            let isFound = self.damage { _ = try self.open(copy).verify { _, _ in } }
            #expect(
                isFound?.seq == (seq == 21 ? nil : (seq - 1) / 2 * 2 + 1),
                "record \(seq): \(String(describing: isFound))")
        }
    }

    @Test func `opening finds a gap between tables that no node of the right edge is in`() throws {
        try self.fill(1...768)
        let whole = try TemporaryDirectory(copyOf: self.directory.path)
        try FileManager.default.removeItem(atPath: self.directory.path + "/log")
        var options = Options()
        options.createIfMissing = true
        // Each time it is opened, LevelDB makes a table of what was written before.
        for (first, last) in [(UInt64(1), UInt64(129)), (151, 768)] {
            let source = try Database(path: whole.path + "/log", options: Options())
            let target = try Database(path: self.directory.path + "/log", options: options)
            var batch = WriteBatch()
            var iterator = source.makeIterator()
            iterator.seekToFirst()
            while iterator.isValid {
                let seq = UInt64(bigEndian: iterator.unsafeKey.loadUnaligned(as: UInt64.self))
                if (first...last).contains(seq) { batch.put(iterator.unsafeKey, iterator.unsafeValue) }
                iterator.next()
            }
            try target.write(batch, sync: true)
        }
        #expect(self.damage { _ = try self.open(self.directory) }?.seq == 130)
    }

    @Test func `opening finds the last record changed`() throws {
        try self.fill(1...20)
        do {
            let database = try Database(path: self.directory.path + "/log", options: Options())
            var batch = WriteBatch()
            batch.put([0, 0, 0, 0, 0, 0, 0, 20], Array("{}".utf8))
            try database.write(batch, sync: true)
        }
        do { try Database(path: self.directory.path + "/log", options: Options()).compactAll() }
        #expect(self.damage { _ = try self.open(self.directory) }?.seq == 20)
    }

    @Test(arguments: [UInt64(1), 2, 13, 20, 21]) func `a record removed behind the log's back is found`(seq: UInt64)
        throws
    {
        try self.fill(1...21)
        do {
            let database = try Database(path: self.directory.path + "/log", options: Options())
            var batch = WriteBatch()
            batch.delete(withUnsafeBytes(of: seq.bigEndian) { Array($0) })
            try database.write(batch, sync: true)
        }
        do { try Database(path: self.directory.path + "/log", options: Options()).compactAll() }
        #expect(self.damage { _ = try self.open(self.directory).verify { _, _ in } }?.seq == seq)
    }

    @Test func `a changed tree node is found`() throws {
        try self.fill(1...21)
        do {
            let database = try Database(path: self.directory.path + "/log", options: Options())
            var batch = WriteBatch()
            batch.put([0, 0, 0, 0, 0, 0, 0, 4, 2], Array(repeating: 7, count: 32))
            try database.write(batch, sync: true)
        }
        do { try Database(path: self.directory.path + "/log", options: Options()).compactAll() }
        #expect(self.damage { _ = try self.open(self.directory).verify { _, _ in } }?.seq == 4)
    }
}
