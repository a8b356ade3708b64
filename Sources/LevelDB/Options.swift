/// How a database is opened. The defaults are LevelDB's own, except that damage is looked for.
public struct Options: Sendable {
    /// How the blocks of a table are stored.
    public enum Compression: Sendable {
        /// As they are: for values that are encrypted, hence do not shrink.
        case none
        /// Compressed with Snappy.
        case snappy
    }

    /// Makes the database if the directory holds none. LevelDB would make an empty one over a database whose
    /// `CURRENT` file is lost, so this belongs only where the directory is known to be empty.
    public var createIfMissing = false
    /// Refuses to open a database that exists.
    public var errorIfExists = false
    /// Refuses to open what is damaged, instead of dropping the damaged part and going on.
    public var paranoidChecks = true
    /// Bytes written before a table is made of them; also what the write-ahead log holds at most, roughly.
    public var writeBufferBytes = 4 * 1024 * 1024
    /// The size of a table file.
    public var maxFileBytes = 2 * 1024 * 1024
    /// The uncompressed size of a block, the unit of reading.
    public var blockBytes = 4 * 1024
    /// Bits a key of the Bloom filter that saves reads of absent keys; nil for none.
    public var bloomBits: Int?
    /// What uncompressed blocks may take in memory.
    public var cacheBytes = 8 * 1024 * 1024
    /// How blocks are stored.
    public var compression = Compression.snappy

    /// The defaults.
    public init() {}
}
