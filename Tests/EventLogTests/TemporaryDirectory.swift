import Foundation

/// A new directory that goes away with its owner.
final class TemporaryDirectory: Sendable {
    let path: String

    init() throws {
        self.path = FileManager.default.temporaryDirectory.path + "/eventlog-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: self.path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: self.path) }
}

extension TemporaryDirectory {
    /// A copy of a directory, made file by file, as a crash would leave it.
    convenience init(copyOf directory: String) throws {
        try self.init()
        try FileManager.default.removeItem(atPath: self.path)
        try FileManager.default.copyItem(atPath: directory, toPath: self.path)
    }

    /// The names of the files in `log` with that ending.
    func logFiles(_ suffix: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: self.path + "/log").filter { $0.hasSuffix(suffix) }.sorted()
            .map { self.path + "/log/" + $0 }
    }

    /// The names in `log` with that beginning.
    func logFiles(prefix: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: self.path + "/log").filter { $0.hasPrefix(prefix) }.sorted()
            .map { self.path + "/log/" + $0 }
    }

    /// All files below, with their contents.
    func contents() throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: self.path) {
            contents[name] = FileManager.default.contents(atPath: self.path + "/" + name)
        }
        return contents
    }
}

func bytes(of path: String) throws -> [UInt8] { try Array(Data(contentsOf: URL(filePath: path))) }

func write(_ bytes: [UInt8], to path: String) throws { try Data(bytes).write(to: URL(filePath: path)) }
