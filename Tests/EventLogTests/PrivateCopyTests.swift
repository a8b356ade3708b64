import EventLog
import Foundation
import LevelDB
import Testing

struct PrivateCopyTests {
    private let directory: TemporaryDirectory
    private let scratch: TemporaryDirectory

    init() throws {
        self.directory = try TemporaryDirectory()
        self.scratch = try TemporaryDirectory()
        var options = LogOptions()
        options.database.writeBufferBytes = 64 << 10
        let log = try LevelDBEventLog.open(directory: self.directory.path, mode: .createIfEmpty, options: options)
        for start in stride(from: UInt64(1), to: 600, by: 10) {
            _ = try log.append(records(start...start + 9, byteCount: 700))
        }
        try log.close()
    }

    private func openCopy(of directory: TemporaryDirectory? = nil) throws -> LevelDBEventLog {
        try LevelDBEventLog.openPrivateCopy(of: (directory ?? self.directory).path, in: self.scratch.path)
    }

    private func copies() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: self.scratch.path) }

    @Test func `a copy holds everything, can only be read, and leaves no trace`() throws {
        let before = try self.directory.contents()
        do {
            let log = try self.openCopy()
            #expect(log.head.seq == 600)
            #expect(try log.verify { _, _ in } == log.head)
            #expect(throws: EventLogError.readOnly) { try log.append(records(601...601)) }
            try log.settle()
            #expect(try self.copies().count == 1)
        }
        #expect(try self.copies() == [])
        #expect(try self.directory.contents() == before)
        _ = try LevelDBEventLog.open(directory: self.directory.path, mode: .existing).append(records(601...601))
    }

    @Test func `a copy of a damaged log is refused and changes nothing in it`() throws {
        let manifest = try #require(self.directory.logFiles(prefix: "MANIFEST-").first)
        let content = try bytes(of: manifest)
        for length in stride(from: 0, to: content.count, by: 3) {
            let damaged = try TemporaryDirectory(copyOf: self.directory.path)
            try write(Array(content[..<length]), to: damaged.path + manifest.dropFirst(self.directory.path.count))
            let before = try damaged.contents()
            #expect(throws: EventLogError.self) { try self.openCopy(of: damaged) }
            #expect(try damaged.contents() == before, "MANIFEST truncated to \(length)")
        }
        #expect(try self.copies() == [])
    }

    @Test func `there is no copy of a log that does not exist`() throws {
        let empty = try TemporaryDirectory()
        #expect(throws: EventLogError.notFound(directory: empty.path)) { try self.openCopy(of: empty) }
        #expect(try self.copies() == [])
    }

    @Test func `what a process that was killed left is removed`() throws {
        // No process has a number as large as this.
        let stale = self.scratch.path + "/log-copy.2147483646.0123456789abcdef"
        try FileManager.default.createDirectory(atPath: stale, withIntermediateDirectories: false)
        try write([1], to: stale + "/000005.ldb")
        let log = try self.openCopy()
        #expect(try self.copies().count == 1)
        #expect(!FileManager.default.fileExists(atPath: stale))
        withExtendedLifetime(log) {}
    }
}
