import LevelDB
import Testing

@testable import EventLog

struct ManifestTests {
    @Test func `the next number is above that of every table, and damage makes it smaller or nil`() throws {
        let directory = try TemporaryDirectory()
        var options = LogOptions()
        options.database.writeBufferBytes = 64 * 1024
        let log = try LevelDBEventLog.open(directory: directory.path, mode: .createIfEmpty, options: options)
        for start in stride(from: UInt64(1), to: 3_000, by: 100) {
            _ = try log.append(records(start...start + 99, byteCount: 300))
        }
        try log.close()
        let numbers = try directory.logFiles(".ldb").compactMap { UInt64($0.dropLast(4).suffix(6)) }
        let manifest = try bytes(of: try #require(directory.logFiles(prefix: "MANIFEST-").first))
        let next = try #require(Manifest.nextFileNumber(in: manifest))
        #expect(numbers.count > 5)
        #expect(try next > #require(numbers.max()))
        for count in manifest.indices {
            if let number = Manifest.nextFileNumber(in: Array(manifest[..<count])) { #expect(number <= next) }
        }
    }

    @Test func `nonsense is no MANIFEST`() {
        #expect(Manifest.nextFileNumber(in: []) == nil)
        #expect(Manifest.nextFileNumber(in: [0, 0, 0, 0, 3, 0, 1, 3, 0xFF, 0xFF]) == nil)
        #expect(Manifest.nextFileNumber(in: [0, 0, 0, 0, 1, 0, 1, 200]) == nil)
        #expect(Manifest.nextFileNumber(in: [0, 0, 0, 0, 2, 0, 1, 3, 9]) == 9)
    }
}
