import EventLog
import Foundation
import LevelDB
import Testing

/// Damage done to LevelDB's files: either opening or the full check refuses, or every record is there.
struct LogDamageTests {
    private static let count: UInt64 = 768
    private let directory: TemporaryDirectory

    init() throws { self.directory = try TemporaryDirectory() }

    /// A settled log; with a small write buffer in several tables. Only two subtrees make up its tree, so that a gap
    /// just before its end is in neither of their last records, and only the tables' ranges tell.
    private func fill(writeBufferBytes: Int) throws {
        var options = LogOptions()
        options.database.writeBufferBytes = writeBufferBytes
        let log = try LevelDBEventLog.open(directory: self.directory.path, mode: .createIfEmpty, options: options)
        for start in stride(from: UInt64(1), through: Self.count, by: 4) {
            _ = try log.append(records(start...start + 3, byteCount: 700))
        }
        try log.close()
    }

    /// Opens and reads everything. True if nothing is missing, false if it is refused; anything else is an issue. With
    /// `byOpening`, so is damage that opening did not tell.
    private func isWhole(_ directory: TemporaryDirectory, _ what: String, byOpening: Bool = false) -> Bool {
        var isOpen = false
        do {
            let log = try LevelDBEventLog.open(directory: directory.path, mode: .createIfEmpty)
            isOpen = true
            var count = 0
            let head = try log.verify { _, _ in count += 1 }
            #expect(head.seq == Self.count && count == Int(Self.count), "\(what): \(count) records")
            return true
        } catch EventLogError.damaged {
            if byOpening, isOpen { Issue.record("\(what): opening did not tell") }
            return false
        } catch {
            Issue.record("\(what): \(error)")
            return false
        }
    }

    private func path(_ original: String, in copy: TemporaryDirectory) -> String {
        copy.path + original.dropFirst(self.directory.path.count)
    }

    @Test func `a truncated write-ahead log is refused with the first record that is missing`() throws {
        try self.fill(writeBufferBytes: 4 << 20)
        let wal = try #require(self.directory.logFiles(".log").first)
        let content = try bytes(of: wal)
        var generator = SeededGenerator("truncated WAL")
        for _ in 0..<60 {
            let copy = try TemporaryDirectory(copyOf: self.directory.path)
            let length = Int.random(in: 0..<content.count, using: &generator)
            try write(Array(content[..<length]), to: self.path(wal, in: copy))
            do {
                _ = try LevelDBEventLog.open(directory: copy.path, mode: .existing)
                Issue.record("opened after truncating to \(length)")
            } catch EventLogError.damaged(let seq, _, _, _) {
                let seq = try #require(seq)
                #expect(seq % 4 == 1 && seq <= Self.count, "truncated to \(length)")
            }
        }
    }

    @Test func `bits flipped in the write-ahead log are never a silent loss`() throws {
        try self.fill(writeBufferBytes: 4 << 20)
        let wal = try #require(self.directory.logFiles(".log").first)
        let content = try bytes(of: wal)
        var generator = SeededGenerator("flipped WAL")
        var refusals = 0
        for _ in 0..<100 {
            let copy = try TemporaryDirectory(copyOf: self.directory.path)
            let bit = Int.random(in: 0..<content.count * 8, using: &generator)
            var flipped = content
            flipped[bit / 8] ^= 1 << UInt8(bit % 8)
            try write(flipped, to: self.path(wal, in: copy))
            if !self.isWhole(copy, "bit \(bit)") { refusals += 1 }
        }
        #expect(refusals > 90)
    }

    @Test func `a MANIFEST truncated anywhere is never a silent loss`() throws {
        try self.fill(writeBufferBytes: 64 << 10)
        #expect(try self.directory.logFiles(".ldb").count > 3)
        let manifest = try #require(self.directory.logFiles(prefix: "MANIFEST-").first)
        let content = try bytes(of: manifest)
        for length in content.indices {
            let copy = try TemporaryDirectory(copyOf: self.directory.path)
            try write(Array(content[..<length]), to: self.path(manifest, in: copy))
            _ = self.isWhole(copy, "MANIFEST truncated to \(length)", byOpening: true)
        }
    }

    @Test func `bits flipped in tables and in the MANIFEST are never a silent loss`() throws {
        try self.fill(writeBufferBytes: 64 << 10)
        var generator = SeededGenerator("flipped tables")
        let files = try self.directory.logFiles(".ldb") + self.directory.logFiles(prefix: "MANIFEST-")
        for file in files {
            let content = try bytes(of: file)
            for _ in 0..<12 {
                let copy = try TemporaryDirectory(copyOf: self.directory.path)
                let bit = Int.random(in: 0..<content.count * 8, using: &generator)
                var flipped = content
                flipped[bit / 8] ^= 1 << UInt8(bit % 8)
                try write(flipped, to: self.path(file, in: copy))
                _ = self.isWhole(copy, "\(file) bit \(bit)")
            }
        }
    }

    @Test func `a table that is missing, empty or its neighbour's copy is refused`() throws {
        try self.fill(writeBufferBytes: 64 << 10)
        let tables = try self.directory.logFiles(".ldb")
        for (index, table) in tables.enumerated() {
            for replacement in [nil, [], try bytes(of: tables[(index + 1) % tables.count])] as [[UInt8]?] {
                let copy = try TemporaryDirectory(copyOf: self.directory.path)
                try FileManager.default.removeItem(atPath: self.path(table, in: copy))
                if let replacement { try write(replacement, to: self.path(table, in: copy)) }
                #expect(!self.isWhole(copy, "\(table) replaced by \(replacement?.count ?? -1) bytes"))
            }
        }
    }

    @Test func `a walk tells where the damage begins, and gives everything before`() throws {
        try self.fill(writeBufferBytes: 64 << 10)
        let table = try self.directory.logFiles(".ldb")[1]
        var content = try bytes(of: table)
        content[content.count / 2] ^= 0xFF
        try write(content, to: table)
        let log = try LevelDBEventLog.open(directory: self.directory.path, mode: .existing)
        var last: UInt64 = 0
        var damagedSeq: UInt64?
        do {
            try log.forEach { seq, _ in
                last = seq
                return true
            }
        } catch EventLogError.damaged(let seq, _, let reason, _) {
            damagedSeq = seq
            #expect(reason.hasPrefix("Corruption: "))
        }
        #expect(last > 0 && damagedSeq == last + 1)
        #expect(throws: EventLogError.self) { try log.read(from: last + 1, limit: 1, byteLimit: 1) }
        #expect(throws: EventLogError.self) { try log.record(last + 1) }
        #expect(try log.read(from: 1, limit: Int(last), byteLimit: .max).count == Int(last))
    }
}
