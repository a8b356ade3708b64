import Foundation
import TelegramSimulator
import Testing

extension EndToEnd {
    /// The programs of `Protocol/clients`, as a stranger would run them.
    @Suite struct ProtocolClientsTests {
        static let folder = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Protocol/clients").path

        /// Whether `tool` is there and runs.
        static func has(_ tool: String) -> Bool {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["sh", "-c", "command -v \(tool)"]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            guard (try? process.run()) != nil else { return false }
            process.waitUntilExit()
            return process.terminationStatus == 0
        }

        @Test(.enabled(if: has("python3"), "python3 is not installed"))
        func `the Python client links and notifies`() async throws {
            try await self.linkAndNotify(["python3", "\(Self.folder)/link_and_notify.py"])
        }

        @Test(.enabled(if: has("node"), "node is not installed"))
        func `the Node client links and notifies`() async throws {
            try await self.linkAndNotify(["node", "\(Self.folder)/link_and_notify.mjs"])
        }

        @Test(.enabled(if: has("go"), "go is not installed"))
        func `the Go client links and notifies`() async throws {
            try await self.linkAndNotify(["go", "run", "\(Self.folder)/link_and_notify.go"])
        }

        /// The port in the line that says `ready rpc=HOST:PORT …`.
        private static func port(in line: String) -> Substring? {
            line.split { $0 == " " || $0 == "\n" }.first { $0.hasPrefix("rpc=") }?.split(separator: ":").last
        }

        private func linkAndNotify(_ command: [String]) async throws {
            try await withTelegram { simulator, home in
                let service = try await home.serve()
                let port = try #require(Self.port(in: service.process.written))
                let client = try ClientProcess(command + ["u-42", "hello", "\(port)"])
                defer { client.kill() }
                let opened = await client.firstLine
                let token = try #require(opened?.split(separator: "=").last, "\(opened ?? "nothing")")
                try simulator.start(user: 7_001, payload: String(token))
                #expect(await client.status == 0)
                let lines = client.written.split(separator: "\n")
                #expect(lines.count == 3)
                #expect(lines[1] == "redeemed")
                #expect(lines[2].hasPrefix("queued "))
                // The welcome comes first.
                let messages = try await simulator.waitForMessages(chat: 7_001, count: 2)
                #expect(messages.map(\.text).last == "hello")
            }
        }
    }
}
