import Glibc

// The file `lock` in the data directory; it stays when the lock is released:
//
//   lock := pid " " command LF

/// Keeps a data directory to one process, for as long as it lives. The operating system releases it with the process,
/// however that ends, so a file that stayed behind is no obstacle.
package final class DataDirectoryLock: Sendable {
    private static let byteCountMax = 4096
    // Between taking the lock and writing who took it lies an instant.
    private static let readAttempts = 50

    private let file: Int32

    private init(file: Int32) { self.file = file }

    deinit {
        ftruncate(self.file, 0)
        Glibc.close(self.file)
    }

    /// Takes the lock for `command`, which is told to others. Makes the directory if it is missing.
    ///
    /// - Throws: ``EventLogError/inUse(pid:command:)`` if it is taken, ``EventLogError/io(_:)``.
    package static func acquire(directory: String, command: String) throws(EventLogError) -> DataDirectoryLock {
        try FileSystem.makeDirectory(directory)
        let path = directory + "/lock"
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FileSystem.error("open", path) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            Glibc.close(file)
            guard code == EWOULDBLOCK else { throw FileSystem.error("lock", path, code) }
            throw Self.owner(path)
        }
        let lock = DataDirectoryLock(file: file)
        let line = command.prefix { !$0.isNewline }
        let text = Array("\(getpid()) \(line)\n".utf8.prefix(Self.byteCountMax))
        // Only for others to read: on a full disk the lock holds without it.
        if ftruncate(file, 0) == 0 { _ = pwrite(file, text, text.count, 0) }
        return lock
    }

    /// Who holds the lock. What a process that is gone left there is not it.
    private static func owner(_ path: String) -> EventLogError {
        for _ in 0..<Self.readAttempts {
            let bytes = ((try? FileSystem.contents(of: path, limit: Self.byteCountMax)) ?? nil) ?? []
            let parts = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first?
                .split(separator: " ", maxSplits: 1)
            if let pid = parts?.first.flatMap({ Int32($0) }), pid > 0, kill(pid, 0) == 0 || errno == EPERM {
                return .inUse(pid: pid, command: parts?.dropFirst().first.map(String.init) ?? "")
            }
            usleep(1_000)
        }
        return .inUse(pid: 0, command: "")
    }
}
