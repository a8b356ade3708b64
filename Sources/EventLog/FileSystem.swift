import Glibc

/// The calls on files and directories that the log makes, with errors a person can read.
enum FileSystem {
    /// What the operating system says about `code`.
    static func text(_ code: Int32) -> String { String(cString: strerror(code)) }

    static func error(_ action: String, _ path: String, _ code: Int32 = errno) -> EventLogError {
        .io("cannot \(action) \(path): \(Self.text(code))")
    }

    /// Whether a text of LevelDB's ends with an error of the machine's, rather than one that damaged files cause.
    static func blamesMachine(_ message: String) -> Bool {
        let codes = [EACCES, EPERM, ENOSPC, EDQUOT, EROFS, EIO, EMFILE, ENFILE, ENOMEM]
        return codes.contains { message.hasSuffix(Self.text($0)) }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Makes the directory, readable for its owner alone, unless it is there.
    static func makeDirectory(_ path: String) throws(EventLogError) {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        throw Self.error("make the directory", path)
    }

    /// The names in a directory, sorted; nil if there is no such directory.
    static func names(in path: String) throws(EventLogError) -> [String]? {
        guard let directory = opendir(path) else {
            if errno == ENOENT { return nil }
            throw Self.error("list", path)
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Returns when the names in the directory are on disk.
    static func syncDirectory(_ path: String) throws(EventLogError) {
        let directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw Self.error("open", path) }
        defer { Glibc.close(directory) }
        guard fsync(directory) == 0 else { throw Self.error("sync", path) }
    }

    static func rename(_ path: String, to other: String) throws(EventLogError) {
        guard Glibc.rename(path, other) == 0 else { throw Self.error("rename to \(other)", path) }
    }

    /// Removes a directory and the files in it. What cannot be removed stays.
    static func removeDirectory(_ path: String) {
        for name in (try? Self.names(in: path)) ?? [] { unlink(path + "/" + name) }
        rmdir(path)
    }

    /// A second name for the same file, or a copy where the file system has no such thing.
    static func linkOrCopy(_ path: String, to other: String) throws(EventLogError) {
        if link(path, other) != 0 { try Self.copy(path, to: other) }
    }

    static func copy(_ path: String, to other: String) throws(EventLogError) {
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw Self.error("open", path) }
        defer { Glibc.close(source) }
        let target = open(other, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard target >= 0 else { throw Self.error("make", other) }
        defer { Glibc.close(target) }
        while true {
            let count = sendfile(target, source, nil, 1 << 30)
            if count == 0 { return }
            if count < 0, errno != EINTR { throw Self.error("copy to \(other)", path) }
        }
    }

    /// All bytes of a file of at most `limit` bytes; nil if there is no such file.
    static func contents(of path: String, limit: Int) throws(EventLogError) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw Self.error("open", path)
        }
        defer { Glibc.close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while bytes.count <= limit {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw Self.error("read", path) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
        }
        throw .io("\(path) is larger than \(limit) bytes")
    }
}
