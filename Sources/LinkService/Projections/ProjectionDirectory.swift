internal import Foundation

/// The generations of the projections on disk: `projections/N/`, and `projections/current`, which names the one in use.
package struct ProjectionDirectory: Sendable {
    private let root: URL

    /// - Parameter dataDirectory: the service's data directory.
    package init(dataDirectory: String) {
        self.root = URL(fileURLWithPath: dataDirectory).appendingPathComponent("projections", isDirectory: true)
    }

    private var currentFile: URL { self.root.appendingPathComponent("current") }

    /// The generation in use; 1 when there is none yet.
    package var current: Int {
        guard let text = try? String(contentsOf: self.currentFile, encoding: .utf8) else { return 1 }
        return Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 1
    }

    /// Where generation `number` lives.
    package func path(of number: Int) -> String {
        self.root.appendingPathComponent("\(number)", isDirectory: true).path
    }

    /// Makes the directory, and removes what an unfinished rebuild left.
    package func prepare() throws {
        try FileManager.default.createDirectory(
            at: self.root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let current = self.current
        for name in try FileManager.default.contentsOfDirectory(atPath: self.root.path)
        where Int(name).map({ $0 != current }) ?? false {
            try FileManager.default.removeItem(at: self.root.appendingPathComponent(name))
        }
    }

    /// Deletes generation `number`.
    package func remove(_ number: Int) throws {
        let path = self.path(of: number)
        if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
    }

    /// Makes `number` the generation in use, atomically.
    package func select(_ number: Int) throws {
        try Data("\(number)\n".utf8).write(to: self.currentFile, options: .atomic)
    }
}
