import Foundation
import Synchronization

/// A program that a test runs, and what it prints on standard output.
final class ChildProcess: Sendable {
    struct Ended: Error, CustomStringConvertible {
        let program: String
        let printed: String
        var description: String { "\(self.program) ended; it had printed: \(self.printed)" }
    }

    private let process = Process()
    private let chunks: AsyncStream<Data>
    private let statuses: AsyncStream<Int32>
    private let printed = Mutex(Data())

    /// Starts `program`. What it prints goes to `output`, or else to ``output(until:)``.
    init(
        _ program: URL, _ arguments: [String], environment: [String: String] = [:], output: FileHandle? = nil
    ) throws {
        let pipe = Pipe()
        let (chunks, chunk) = AsyncStream.makeStream(of: Data.self)
        let (statuses, status) = AsyncStream.makeStream(of: Int32.self)
        self.chunks = chunks
        self.statuses = statuses
        pipe.fileHandleForReading.readabilityHandler = { handle in
            let data = handle.availableData
            guard data.isEmpty else { return _ = chunk.yield(data) }
            handle.readabilityHandler = nil
            chunk.finish()
        }
        self.process.terminationHandler = { process in
            status.yield(process.terminationStatus)
            status.finish()
        }
        self.process.executableURL = program
        self.process.arguments = arguments
        self.process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        if let output { self.process.standardOutput = output } else { self.process.standardOutput = pipe }
        self.process.standardInput = FileHandle.nullDevice
        try self.process.run()
    }

    /// Reads until `text` is printed and the line ended, and returns all that was printed so far.
    func output(until text: String) async throws -> String {
        for await chunk in self.chunks {
            let printed = self.add(chunk)
            if let found = printed.firstRange(of: text), printed[found.upperBound...].contains("\n") { return printed }
        }
        throw Ended(program: self.process.executableURL?.lastPathComponent ?? "", printed: self.add(Data()))
    }

    /// The exit status, as soon as it ended. Its output may go on: programs started meanwhile hold the pipe open too.
    func status() async -> Int32 {
        await self.statuses.first { _ in true } ?? -1
    }

    /// Asks it to end, as control-C does.
    func interrupt() { self.send(SIGINT) }

    /// Ends it. Not every program hears of a milder signal: children inherit the mask of the thread that starts them.
    func kill() { self.send(SIGKILL) }

    /// Of a process that has ended the number is no more: a signal would go astray.
    private func send(_ signal: Int32) {
        if self.process.isRunning { Foundation.kill(self.process.processIdentifier, signal) }
    }

    private func add(_ chunk: Data) -> String {
        self.printed.withLock { printed in
            printed += chunk
            return String(decoding: printed, as: UTF8.self)
        }
    }
}

extension ChildProcess {
    /// The built `linksvc`: it stands beside the bundle of the tests, or above it.
    static var linksvc: URL {
        get throws {
            var directory = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            while directory.path != "/" {
                directory.deleteLastPathComponent()
                let program = directory.appendingPathComponent("linksvc")
                var isDirectory: ObjCBool = false
                let exists = FileManager.default.fileExists(atPath: program.path, isDirectory: &isDirectory)
                if exists, !isDirectory.boolValue { return program }
            }
            throw CocoaError(.fileNoSuchFile)
        }
    }

    /// A program on the PATH.
    static func find(_ name: String) -> URL? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":").map { URL(fileURLWithPath: "\($0)/\(name)") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
}
