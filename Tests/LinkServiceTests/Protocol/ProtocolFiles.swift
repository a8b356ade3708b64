import Foundation
import JSON

/// The files of `Protocol/`.
enum ProtocolFiles {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Protocol").resolvingSymlinksInPath()

    /// The names in a folder, without hidden ones.
    static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Self.root.appendingPathComponent(folder).path)
            .filter { !$0.hasPrefix(".") }.sorted()
    }

    static func json(_ path: String) throws -> JSONValue {
        try JSONDocument([UInt8](Data(contentsOf: Self.root.appendingPathComponent(path)))).root
    }
}
