import Foundation
import Synchronization

/// The built binary at work.
final class LinksvcProcess: Sendable {
    /// Nothing came in time; the process is dead by now.
    struct TimedOut: Error, CustomStringConvertible {
        let waitedFor: String
        let errors: String
        var description: String { "no \(self.waitedFor) in time; standard error:\n\(self.errors)" }
    }

    /// The binary beside the running tests.
    static let binary: String = {
        var directory = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        if !directory.path.contains(".build") {
            directory = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        }
        while directory.path != "/" {
            let path = directory.appendingPathComponent("linksvc").path
            var isDirectory: ObjCBool = false
            if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), !isDirectory.boolValue {
                return path
            }
            directory = directory.deletingLastPathComponent()
        }
        return "linksvc"
    }()

    let pid: Int32
    private let errorFile: String
    private let received = Mutex<[UInt8]>([])
    private let isReaped = Mutex(false)
    private let firstLine = Awaited<String?>()
    private let status = Awaited<Int32>()

    /// Starts `executable` with `arguments` in `directory`, with that environment and nothing else.
    ///
    /// A thread of its own reads its output and waits for its end: Foundation's `Process` was seen to miss both.
    init(
        _ arguments: [String], environment: [String: String], directory: String, errorFile: String,
        executable: String = LinksvcProcess.binary, input: String = "/dev/null"
    ) throws {
        // A pair of sockets and no pipe, since it is closed in other children from the first instant on.
        var pipe: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &pipe) == 0 else { throw POSIXError(.EMFILE) }
        defer { close(pipe[1]) }
        let spawning = Spawning(directory: directory, input: input, output: pipe[1], errorFile: errorFile)
        self.errorFile = errorFile
        do {
            self.pid = try spawning.start(executable, arguments, environment)
        } catch {
            close(pipe[0])
            throw error
        }
        Thread.detachNewThread { [output = pipe[0]] in self.follow(output) }
    }

    /// What it wrote on standard error so far.
    var errors: String { (try? String(contentsOfFile: self.errorFile, encoding: .utf8)) ?? "" }

    /// What it wrote on standard output so far.
    var written: String { String(decoding: self.received.withLock { $0 }, as: UTF8.self) }

    /// The first line on standard output; nil if it ends without one.
    func line(within limit: Duration = .seconds(60)) async throws -> String? {
        try await self.orKilled(after: limit, "line on standard output") { await self.firstLine.value }
    }

    /// The exit status, or the signal that ended it, negative. All of its output is there then.
    func exit(within limit: Duration = .seconds(60)) async throws -> Int32 {
        try await self.orKilled(after: limit, "end") { await self.status.value }
    }

    /// Sends SIGTERM, unless it has ended.
    func terminate() {
        self.send(SIGTERM)
    }

    /// Sends SIGKILL, unless it has ended.
    func kill() {
        self.send(SIGKILL)
    }

    private func send(_ signal: Int32) {
        self.isReaped.withLock { isReaped in
            if !isReaped { _ = Foundation.kill(self.pid, signal) }
        }
    }

    /// Reads to the end of the output, then waits for the end of the process.
    private func follow(_ output: Int32) {
        var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
        while true {
            let count = read(output, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            self.take(buffer[..<count])
        }
        close(output)
        self.firstLine.set(nil)
        // The number is not given to another process before it is known here that this one has ended.
        var info = siginfo_t()
        while waitid(P_PID, id_t(self.pid), &info, WEXITED | WNOWAIT) != 0, errno == EINTR {}
        var code: Int32 = 0
        self.isReaped.withLock { isReaped in
            waitpid(self.pid, &code, 0)
            isReaped = true
        }
        self.status.set(code & 0x7F == 0 ? (code >> 8) & 0xFF : -(code & 0x7F))
    }

    private func take(_ bytes: ArraySlice<UInt8>) {
        let line: String? = self.received.withLock { received in
            received += bytes
            return received.firstIndex(of: UInt8(ascii: "\n")).map { String(decoding: received[..<$0], as: UTF8.self) }
        }
        if let line { self.firstLine.set(line) }
    }

    private func orKilled<Value: Sendable>(
        after limit: Duration, _ waitedFor: String, _ wait: @escaping @Sendable () async -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask { await wait() }
            group.addTask {
                try await Task.sleep(for: limit)
                self.kill()
                throw TimedOut(waitedFor: waitedFor, errors: self.errors)
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() else { throw CancellationError() }
            return value
        }
    }
}
