import Foundation

/// The repository's own files, as the tidiness rules see them.
struct SourceTree {
    /// A file of the repository.
    struct File: CustomStringConvertible, Sendable {
        let path: String
        let text: String
        var lines: [Substring] { self.text.split(separator: "\n", omittingEmptySubsequences: false) }
        var description: String { self.path }
    }

    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every Swift file below `folder`.
    static func swiftFiles(in folder: String) -> [File] {
        let base = Self.root.appendingPathComponent(folder).resolvingSymlinksInPath()
        guard let paths = FileManager.default.enumerator(atPath: base.path) else { return [] }
        return paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
            guard let text = try? String(contentsOf: base.appendingPathComponent(path), encoding: .utf8) else {
                return nil
            }
            return File(path: "\(folder)/\(path)", text: text)
        }
    }
}
