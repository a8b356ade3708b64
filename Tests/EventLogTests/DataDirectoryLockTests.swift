import EventLog
import Foundation
import Testing

struct DataDirectoryLockTests {
    private let directory: TemporaryDirectory

    init() throws { self.directory = try TemporaryDirectory() }

    @Test func `a second one is told who holds the lock`() throws {
        let lock = try DataDirectoryLock.acquire(directory: self.directory.path, command: "serve")
        let pid = ProcessInfo.processInfo.processIdentifier
        #expect(throws: EventLogError.inUse(pid: pid, command: "serve")) {
            try DataDirectoryLock.acquire(directory: self.directory.path, command: "verify")
        }
        #expect("\(EventLogError.inUse(pid: pid, command: "serve"))" == "in use by pid \(pid) (serve)")
        withExtendedLifetime(lock) {}
    }

    @Test func `a released lock can be taken again`() throws {
        for _ in 0..<3 { _ = try DataDirectoryLock.acquire(directory: self.directory.path, command: "serve") }
    }

    @Test func `a file that stayed behind is no obstacle`() throws {
        try write(Array("1 serve\n".utf8), to: self.directory.path + "/lock")
        let lock = try DataDirectoryLock.acquire(directory: self.directory.path, command: "rebuild\nx")
        let text = String(decoding: try bytes(of: self.directory.path + "/lock"), as: UTF8.self)
        #expect(text == "\(ProcessInfo.processInfo.processIdentifier) rebuild\n")
        withExtendedLifetime(lock) {}
    }

    @Test func `the directory is made, and one that cannot be is an error`() throws {
        let path = self.directory.path + "/new"
        _ = try DataDirectoryLock.acquire(directory: path, command: "serve")
        #expect(FileManager.default.fileExists(atPath: path + "/lock"))
        #expect { try DataDirectoryLock.acquire(directory: "/proc/no/such", command: "serve") } throws: {
            if case .io? = $0 as? EventLogError { true } else { false }
        }
    }
}
