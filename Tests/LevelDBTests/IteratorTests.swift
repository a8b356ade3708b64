import Foundation
import LevelDB
import Testing

// The expectation macro copies what it looks into, hence the constants.
struct IteratorTests {
    private let directory: TemporaryDirectory
    private let database: Database

    init() throws {
        self.directory = try TemporaryDirectory()
        var options = Options()
        options.createIfMissing = true
        options.compression = .none
        self.database = try Database(path: self.directory.path, options: options)
    }

    private func fill(_ keys: [UInt8]) throws {
        var batch = WriteBatch()
        for key in keys { batch.put([key], [key, 1]) }
        try self.database.write(batch, sync: false)
    }

    @Test func `keys come in ascending order, and backwards too`() throws {
        try self.fill([3, 1, 2])
        var iterator = self.database.makeIterator()
        var forwards: [[UInt8]] = []
        iterator.seekToFirst()
        while iterator.isValid {
            forwards.append(iterator.key)
            iterator.next()
        }
        try iterator.checkError()
        #expect(forwards == [[1], [2], [3]])
        var backwards: [[UInt8]] = []
        iterator.seekToLast()
        while iterator.isValid {
            backwards.append(iterator.value)
            iterator.previous()
        }
        #expect(backwards == [[3, 1], [2, 1], [1, 1]])
    }

    @Test func `seeking finds the key or the next one`() throws {
        try self.fill([1, 3])
        var iterator = self.database.makeIterator(verifyChecksums: false, fillCache: false)
        iterator.seek(to: [2])
        let isFound = iterator.isValid
        #expect(isFound)
        let (key, count) = (iterator.withKey { Array($0) }, iterator.withValue { $0.count })
        #expect(key == [3])
        #expect(count == 2)
        iterator.seek(to: [4])
        let isBehindAll = !iterator.isValid
        #expect(isBehindAll)
        try iterator.checkError()
    }

    @Test func `a walk does not see what is written after it began`() throws {
        try self.fill([1])
        var iterator = self.database.makeIterator()
        try self.fill([2])
        iterator.seekToLast()
        let key = iterator.key
        #expect(key == [1])
    }

    @Test func `damage ends a walk and is told when asked`() throws {
        try self.fill(Array(0..<200))
        self.database.compactAll()
        let names = try FileManager.default.contentsOfDirectory(atPath: self.directory.path)
        let table = try #require(names.first { $0.hasSuffix(".ldb") })
        let file = try #require(FileHandle(forUpdatingAtPath: "\(self.directory.path)/\(table)"))
        try file.seek(toOffset: 20)
        try file.write(contentsOf: Data([0xAA, 0x55]))
        try file.close()
        var iterator = self.database.makeIterator(fillCache: false)
        iterator.seekToFirst()
        let isEnded = !iterator.isValid
        #expect(isEnded)
        do {
            try iterator.checkError()
            Issue.record("the damage was not told")
        } catch {
            #expect(error.kind == .corruption)
        }
    }

    @Test func `an iterator keeps the database open`() throws {
        let directory = try TemporaryDirectory()
        var options = Options()
        options.createIfMissing = true
        func iterator() throws -> LevelDB.Iterator {
            try Database(path: directory.path, options: options).makeIterator()
        }
        do {
            var iterator = try iterator()
            iterator.seekToFirst()
            #expect(throws: LevelDBError.self) { _ = try Database(path: directory.path, options: options) }
        }
        _ = try Database(path: directory.path, options: options)
    }
}
