import Cryptography
import Glibc

/// A copy of a database's files in a directory of its own, to be opened and thrown away: opening one changes and
/// deletes files.
///
/// Tables, which are never changed, are linked; what LevelDB rewrites is copied. So is a table that the MANIFEST does
/// not know yet, or not any more: LevelDB could take its number for a new one, and overwrite it.
final class PrivateCopy: Sendable {
    private static let prefix = "log-copy."
    private static let manifestByteCountMax = 1 << 30

    /// The directory.
    let path: String

    init(of log: String, in directory: String) throws(EventLogError) {
        Self.removeStale(in: directory)
        self.path = "\(directory)/\(Self.prefix)\(getpid()).\(Hex.encode(SecureRandom.bytes(8)))"
        try FileSystem.makeDirectory(self.path)
        let names = try FileSystem.names(in: log) ?? []
        let limit = try Self.nextFileNumber(log, names)
        for name in names {
            let (source, target) = ("\(log)/\(name)", "\(self.path)/\(name)")
            switch Self.treatment(of: name, numbersBelow: limit) {
            case .link: try FileSystem.linkOrCopy(source, to: target)
            case .copy: try FileSystem.copy(source, to: target)
            case .leave: break
            }
        }
    }

    deinit { FileSystem.removeDirectory(self.path) }

    private enum Treatment {
        case link
        case copy
        case leave
    }

    private static func treatment(of name: String, numbersBelow limit: UInt64) -> Treatment {
        if name == "CURRENT" || name.hasPrefix("MANIFEST-") || name.hasSuffix(".log") { return .copy }
        guard name.hasSuffix(".ldb") || name.hasSuffix(".sst") else { return .leave }
        guard let number = UInt64(name.dropLast(4)) else { return .leave }
        return number < limit ? .link : .copy
    }

    /// From which number on LevelDB will name new files, as far as the MANIFEST in use tells; 0 if it does not.
    private static func nextFileNumber(_ log: String, _ names: [String]) throws(EventLogError) -> UInt64 {
        guard let current = try FileSystem.contents(of: log + "/CURRENT", limit: 1024) else { return 0 }
        let name = String(decoding: current.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        guard names.contains(name) else { return 0 }
        let manifest = try FileSystem.contents(of: "\(log)/\(name)", limit: Self.manifestByteCountMax)
        return manifest.flatMap { Manifest.nextFileNumber(in: $0) } ?? 0
    }

    /// Removes what processes that are gone could not.
    private static func removeStale(in directory: String) {
        for name in ((try? FileSystem.names(in: directory)) ?? nil) ?? [] where name.hasPrefix(Self.prefix) {
            guard let pid = name.dropFirst(Self.prefix.count).split(separator: ".").first.flatMap({ Int32($0) }) else {
                continue
            }
            if kill(pid, 0) != 0, errno == ESRCH { FileSystem.removeDirectory("\(directory)/\(name)") }
        }
    }
}
