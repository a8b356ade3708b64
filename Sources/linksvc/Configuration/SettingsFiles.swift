import Foundation

/// How the reader gets at files: the disk, or a dictionary in tests.
struct SettingsFiles: Sendable {
    /// A file of settings or a secret that is larger than this is a mistake.
    static let bytesMax = 1 << 20

    /// Returns a file's bytes, or nil if there is no such file; throws if there is one that cannot be read.
    var read: @Sendable (_ path: String) throws(ValueFault) -> [UInt8]?

    /// The files on disk.
    static let disk = SettingsFiles { path throws(ValueFault) in
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { return nil }
        guard !isDirectory.boolValue else { throw ValueFault("is a directory") }
        guard let file = FileHandle(forReadingAtPath: path),
            let data = try? file.read(upToCount: Self.bytesMax + 1) ?? Data()
        else { throw ValueFault("cannot be read") }
        guard data.count <= Self.bytesMax else { throw ValueFault("is larger than \(Self.bytesMax) bytes") }
        return [UInt8](data)
    }

    /// Reads a text file, as ``read``.
    func text(_ path: String) throws(ValueFault) -> String? {
        guard let bytes = try self.read(path) else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw ValueFault("is not UTF-8") }
        return text
    }
}
