import CLevelDB

/// What LevelDB reported, sorted by the only thing its C interface tells: how the message begins.
public struct LevelDBError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What kind of failure it is.
    public enum Kind: Sendable {
        /// Stored bytes are not what was written.
        case corruption
        /// The operating system refused: full disk, missing rights, a device that fails.
        case io
        /// Another handle, here or in another process, has the database open.
        case inUse
        /// A file that the database names is not there.
        case notFound
        /// The database does not exist, or exists and must not, or an option makes no sense.
        case invalidArgument
        /// Anything else.
        case other
    }

    /// What kind of failure it is.
    public let kind: Kind
    /// LevelDB's own text.
    public let message: String

    /// An error as LevelDB words it.
    public init(message: String) {
        self.message = message
        self.kind = Self.kind(of: message)
    }

    /// LevelDB's own text.
    public var description: String { self.message }

    /// Takes over the text that a C call left at `pointer`, if it left one.
    init?(taking pointer: UnsafeMutablePointer<CChar>?) {
        guard let pointer else { return nil }
        self.init(message: String(cString: pointer))
        leveldb_free(pointer)
    }

    private static func kind(of message: String) -> Kind {
        // LevelDB words a held lock as an I/O error on a file that it calls "lock".
        if message.hasPrefix("IO error: lock ") { return .inUse }
        if message.hasPrefix("IO error: ") { return .io }
        if message.hasPrefix("Corruption: ") { return .corruption }
        if message.hasPrefix("NotFound: ") { return .notFound }
        if message.hasPrefix("Invalid argument: ") { return .invalidArgument }
        return .other
    }
}
