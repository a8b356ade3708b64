import Foundation

/// `Protocol/clients/verify_replay.py`, which knows nothing of this project's code.
enum ReplayScript {
    static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
            "Protocol/clients/verify_replay.py"
        )
        .path

    /// Where Python is; nil if it is not installed.
    static let python: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// What the script prints of a file, or its last words; nil without Python.
    static func run(onFile path: String) async throws -> String? {
        guard let python = Self.python else { return nil }
        let process = try LinksvcProcess(
            [Self.path], environment: ProcessInfo.processInfo.environment, directory: "/", errorFile: path + ".stderr",
            executable: python, input: path)
        _ = try await process.exit()
        let text = process.written + process.errors
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    /// What the script prints of what `replay` prints; nil without Python.
    static func run(_ home: TestHome) async throws -> String? {
        guard Self.python != nil else { return nil }
        let file = home.directory + "/replay.jsonl"
        let replayed = try await home.run("replay")
        try replayed.output.write(toFile: file, atomically: false, encoding: .utf8)
        return try await Self.run(onFile: file)
    }
}
