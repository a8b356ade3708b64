import Foundation
import LevelDB
import Testing

struct DatabaseTests {
    private let directory: TemporaryDirectory

    init() throws { self.directory = try TemporaryDirectory() }

    private var path: String { self.directory.path + "/db" }

    private func create(_ change: (inout Options) -> Void = { _ in }) throws -> Database {
        var options = Options()
        options.createIfMissing = true
        change(&options)
        return try Database(path: self.path, options: options)
    }

    private func kind(_ body: () throws -> Void) -> LevelDBError.Kind? {
        do {
            try body()
            return nil
        } catch {
            return (error as? LevelDBError)?.kind
        }
    }

    @Test func `a batch is there after closing and opening again`() throws {
        do {
            let database = try self.create()
            var batch = WriteBatch()
            batch.put([1], [10, 11])
            batch.put([2], [])
            try database.write(batch, sync: true)
        }
        let database = try Database(path: self.path, options: Options())
        #expect(try database.get([1]) == [10, 11])
        #expect(try database.get([2]) == [])
        #expect(try database.get([3]) == nil)
    }

    @Test func `a batch applies its changes in order and can be cleared`() throws {
        let database = try self.create()
        var batch = WriteBatch()
        batch.put([1], [1])
        batch.delete([1])
        batch.put([2], [1])
        batch.put([2], [2, 2])
        #expect(batch.count == 4)
        #expect(batch.byteCount == 8)
        try database.write(batch, sync: false)
        #expect(try database.get([1]) == nil)
        #expect(try database.get([2]) == [2, 2])
        batch.clear()
        #expect(batch.count == 0 && batch.byteCount == 0)
        batch.put([3], [3])
        var joined = WriteBatch()
        joined.put([4], [4])
        joined.append(batch)
        #expect(joined.count == 2)
        try database.write(joined, sync: false)
        #expect(try database.get([3]) == [3])
    }

    @Test func `a value is lent without a copy, and the closure is not called for an absent key`() throws {
        let database = try self.create()
        var batch = WriteBatch()
        batch.put([1], [7, 8, 9])
        try database.write(batch, sync: false)
        #expect(try database.withValue(of: [1]) { $0.count } == 3)
        #expect(try database.withValue(of: [2]) { _ in Issue.record("called") } == nil)
    }

    @Test func `a second handle is told that the database is in use`() throws {
        let database = try self.create()
        #expect(self.kind { _ = try Database(path: self.path, options: Options()) } == .inUse)
        withExtendedLifetime(database) {}
    }

    @Test func `a missing database is not made unless asked for`() throws {
        #expect(self.kind { _ = try Database(path: self.path, options: Options()) } == .invalidArgument)
        _ = try self.create()
        #expect(self.kind { _ = try self.create { $0.errorIfExists = true } } == .invalidArgument)
    }

    @Test func `a directory that cannot be made is an I/O error`() throws {
        var options = Options()
        options.createIfMissing = true
        #expect(self.kind { _ = try Database(path: "/proc/no/db", options: options) } == .notFound)
        try Data().write(to: URL(filePath: self.path))
        #expect(self.kind { _ = try Database(path: self.path, options: options) } == .io)
    }

    @Test func `a damaged MANIFEST is corruption`() throws {
        _ = try self.create()
        let names = try FileManager.default.contentsOfDirectory(atPath: self.path)
        let manifest = try #require(names.first { $0.hasPrefix("MANIFEST-") })
        try Data(repeating: 0xFF, count: 100).write(to: URL(filePath: self.path + "/" + manifest))
        #expect(self.kind { _ = try Database(path: self.path, options: Options()) } == .corruption)
    }

    @Test func `properties are told, and unknown ones are nil`() throws {
        let database = try self.create()
        #expect(database.property("leveldb.stats")?.contains("Compactions") == true)
        #expect(database.property("leveldb.nonsense") == nil)
    }

    @Test(arguments: [nil, 10]) func `every option set, values survive compaction`(bloomBits: Int?) throws {
        let database = try self.create {
            $0.bloomBits = bloomBits
            $0.compression = .none
            $0.cacheBytes = 1 << 20
            $0.blockBytes = 1 << 14
            $0.maxFileBytes = 1 << 22
            $0.writeBufferBytes = 1 << 16
        }
        var batch = WriteBatch()
        for index in 0..<5_000 { batch.put(Array("key\(index)".utf8), Array("value\(index)".utf8)) }
        try database.write(batch, sync: false)
        database.compactAll()
        #expect(try database.get(Array("key4321".utf8)) == Array("value4321".utf8))
        #expect(try database.get(Array("key5000".utf8)) == nil)
    }

    @Test func `the kind of an error is read from LevelDB's text`() {
        let texts: [(String, LevelDBError.Kind)] = [
            ("Corruption: bad record length", .corruption),
            ("IO error: /x/LOG: No space left on device", .io),
            ("IO error: lock /x/LOCK: already held by process", .inUse),
            ("NotFound: /x/MANIFEST-000004: No such file or directory", .notFound),
            ("Invalid argument: /x: does not exist (create_if_missing is false)", .invalidArgument),
            ("Not implemented: x", .other),
        ]
        for (text, kind) in texts {
            #expect(LevelDBError(message: text).kind == kind)
            #expect("\(LevelDBError(message: text))" == text)
        }
    }
}
