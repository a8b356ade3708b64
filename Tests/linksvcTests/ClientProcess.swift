import Foundation
import Synchronization

/// Somebody else's program at work.
final class ClientProcess: Sendable {
    private let process = Process()
    private let received = Mutex(Data())
    private let line = Awaited<String?>()
    private let outputEnd = Awaited<Void>()
    private let end = Awaited<Int32>()

    /// Starts a command, which is looked up in `PATH`. What it writes on standard error is for whoever runs the tests.
    init(_ command: [String]) throws {
        let output = Pipe()
        self.process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        self.process.arguments = command
        self.process.standardInput = FileHandle.nullDevice
        self.process.standardOutput = output
        self.process.terminationHandler = { [end = self.end] in end.set($0.terminationStatus) }
        output.fileHandleForReading.readabilityHandler = { [weak self] handle in
            let data = handle.availableData
            if data.isEmpty { handle.readabilityHandler = nil }
            self?.take(data)
        }
        try self.process.run()
    }

    /// The first line it writes; nil if it ends without one.
    var firstLine: String? { get async { await self.line.value } }

    /// Its exit status, once it has ended and all it wrote is there.
    var status: Int32 {
        get async {
            await self.outputEnd.value
            return await self.end.value
        }
    }

    /// What it wrote so far.
    var written: String { String(decoding: self.received.withLock { $0 }, as: UTF8.self) }

    func kill() {
        if self.process.isRunning { Foundation.kill(self.process.processIdentifier, SIGKILL) }
    }

    private func take(_ data: Data) {
        self.received.withLock { $0.append(data) }
        let lines = self.written.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        if lines.count == 2 { self.line.set(String(lines[0])) }
        if data.isEmpty {
            self.line.set(nil)
            self.outputEnd.set(())
        }
    }
}
