import Dispatch
import EventLog
import LevelDB
import Synchronization
import Testing

/// A disk on which the anchor's write waits until the log's own is done, and then looks around.
private final class SlowAnchorDisk: LogDisk {
    private let system = SystemLogDisk()
    private let written = DispatchSemaphore(value: 0)
    let look = Mutex<(@Sendable () -> Void)?>(nil)

    func open(path: String, options: Options) throws(LevelDBError) -> Database {
        try self.system.open(path: path, options: options)
    }

    func write(_ batch: borrowing WriteBatch, to database: Database) throws(LevelDBError) {
        try self.system.write(batch, to: database)
        self.written.signal()
    }

    func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, at offset: Int) -> Int32 {
        if let look = self.look.withLock({ $0 }) {
            self.written.wait()
            look()
        }
        return self.system.write(bytes, to: file, at: offset)
    }
}

struct PublishedHeadTests {
    @Test func `records that the anchor does not vouch for yet are seen by nobody`() throws {
        let directory = try TemporaryDirectory()
        let disk = SlowAnchorDisk()
        let log = try LevelDBEventLog.open(directory: directory.path, mode: .createIfEmpty, disk: disk)
        let looks = Mutex(0)
        disk.look.withLock { look in
            look = { [weak log] in
                guard let log else { return }
                looks.withLock { $0 += 1 }
                #expect(log.head == .empty)
                #expect(throws: Never.self) {
                    #expect(try log.record(1) == nil)
                    #expect(try log.read(from: 1, limit: 9, byteLimit: 9_999) == [])
                    try log.forEach { _, _ in
                        Issue.record("seen")
                        return true
                    }
                }
            }
        }
        #expect(try log.append(records(1...3)).seq == 3)
        #expect(looks.withLock { $0 } == 1)
        #expect(try log.read(from: 1, limit: 9, byteLimit: 9_999).count == 3)
        disk.look.withLock { $0 = nil }
    }
}
