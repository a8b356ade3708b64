import Foundation
import Testing

/// The built binary's `demo`, in a process of its own, and what it printed.
struct RunningDemo {
    let instructions: String
    /// The page's address, with a slash at its end.
    let page: String
    /// The simulated Telegram's control interface.
    let control: String
    let dataDirectory: String
    private let process: ChildProcess

    /// Starts a demo at any port, does `body`, and stops the demo; its exit status is expected to be 0.
    static func running(_ arguments: [String] = [], _ body: (RunningDemo) async throws -> Void) async throws {
        let process = try ChildProcess(
            ChildProcess.linksvc, ["demo", "--port", "0", "--rpc-port", "0"] + arguments,
            environment: ["SWIFT_BACKTRACE": "enable=no"])
        do {
            try await body(try await RunningDemo(process))
        } catch {
            // Not killed, or its temporary directory would stay.
            process.interrupt()
            _ = await process.status()
            throw error
        }
        process.interrupt()
        #expect(await process.status() == 0)
    }

    private init(_ process: ChildProcess) async throws {
        self.process = process
        self.instructions = try await process.output(until: "Control-C")
        let urls = self.instructions.matches(of: /http:\/\/127\.0\.0\.1:\d+\/(control)?/)
        self.page = String(try #require(urls.first { $0.output.1 == nil }).output.0)
        self.control = String(try #require(urls.first { $0.output.1 != nil }).output.0)
        self.dataDirectory = String(try #require(self.instructions.firstMatch(of: /--data-dir (\S+)/)).output.1)
    }

    /// Runs `linksvc` as a second terminal does, and returns what it prints; its exit status is expected to be 0.
    func linksvc(_ arguments: String...) async throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("linksvc-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = try ChildProcess(
            ChildProcess.linksvc, arguments + ["--data-dir", self.dataDirectory], output: FileHandle(forWritingTo: file)
        )
        let status = await process.status()
        #expect(status == 0, "linksvc \(arguments)")
        return try String(contentsOf: file, encoding: .utf8)
    }
}
