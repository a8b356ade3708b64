import CLevelDB

/// An open LevelDB database. It may be used from any thread; every call may block on the disk.
///
/// It is closed when the last reference to it, iterators included, is gone. No other handle can open the same
/// directory before that, in this process or another.
public final class Database: Sendable {
    // Safe to share: LevelDB documents the handle as thread-safe (leveldb/db.h) ...
    nonisolated(unsafe) private let handle: OpaquePointer
    // ... and these are only read once they are set up.
    nonisolated(unsafe) private let reading: OpaquePointer
    nonisolated(unsafe) private let writing: OpaquePointer
    nonisolated(unsafe) private let syncedWriting: OpaquePointer
    private let options: OptionsHandle

    /// Opens the database in the directory `path`.
    ///
    /// Opening is not innocent: it writes a new table from the write-ahead log, and it deletes files that the
    /// database does not know, even if it does not know them only because it is damaged.
    ///
    /// - Throws: ``LevelDBError`` of kind `inUse` if it is open elsewhere, `invalidArgument` if it is not there.
    public init(path: String, options: Options) throws(LevelDBError) {
        let optionsHandle = OptionsHandle(options)
        var message: UnsafeMutablePointer<CChar>?
        let handle = leveldb_open(optionsHandle.pointer, path, &message)
        if let error = LevelDBError(taking: message) { throw error }
        guard let handle else { throw LevelDBError(message: "leveldb_open returned nothing") }
        self.handle = handle
        self.options = optionsHandle
        self.reading = leveldb_readoptions_create()
        self.writing = leveldb_writeoptions_create()
        self.syncedWriting = leveldb_writeoptions_create()
        leveldb_readoptions_set_verify_checksums(self.reading, 1)
        leveldb_writeoptions_set_sync(self.syncedWriting, 1)
    }

    deinit {
        leveldb_close(self.handle)
        leveldb_readoptions_destroy(self.reading)
        leveldb_writeoptions_destroy(self.writing)
        leveldb_writeoptions_destroy(self.syncedWriting)
    }

    /// Applies the changes of `batch`, all or none. With `sync` it returns once they are on disk.
    ///
    /// - Throws: if the outcome is not known. After that no further write on this handle can be trusted: LevelDB
    ///   may go on acknowledging what it will not find again. Open a new one and look.
    public func write(_ batch: borrowing WriteBatch, sync: Bool) throws(LevelDBError) {
        var message: UnsafeMutablePointer<CChar>?
        leveldb_write(self.handle, sync ? self.syncedWriting : self.writing, batch.pointer, &message)
        if let error = LevelDBError(taking: message) { throw error }
    }

    /// A copy of the value of `key`, checked against its checksum; nil if there is none.
    public func get(_ key: [UInt8]) throws(LevelDBError) -> [UInt8]? {
        try self.withValue(of: key) { Array($0) }
    }

    /// Lends the value of `key`, checked against its checksum, to `body`; nil, without calling it, if there is none.
    public func withValue<Value>(
        of key: [UInt8], _ body: (UnsafeRawBufferPointer) -> Value
    ) throws(LevelDBError) -> Value? {
        try key.withUnsafeBufferPointer { (key) throws(LevelDBError) -> Value? in
            try self.withValue(of: UnsafeRawBufferPointer(key), body)
        }
    }

    /// Lends the value of `key`, checked against its checksum, to `body`; nil, without calling it, if there is none.
    public func withValue<Value>(
        of key: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Value
    ) throws(LevelDBError) -> Value? {
        var message: UnsafeMutablePointer<CChar>?
        var count = 0
        let value = leveldb_get(self.handle, self.reading, key.characters, key.count, &count, &message)
        if let error = LevelDBError(taking: message) { throw error }
        guard let value else { return nil }
        defer { leveldb_free(value) }
        return body(UnsafeRawBufferPointer(characters: value, count: count))
    }

    /// A walk over the keys as they are now.
    ///
    /// - Parameters:
    ///   - verifyChecksums: Whether damage ends the walk (see ``Iterator/checkError()``) or passes for data.
    ///   - fillCache: Whether the blocks read are kept in memory; a long scan would only drive out others.
    public func makeIterator(verifyChecksums: Bool = true, fillCache: Bool = true) -> Iterator {
        let options: OpaquePointer = leveldb_readoptions_create()
        defer { leveldb_readoptions_destroy(options) }
        leveldb_readoptions_set_verify_checksums(options, verifyChecksums ? 1 : 0)
        leveldb_readoptions_set_fill_cache(options, fillCache ? 1 : 0)
        return Iterator(leveldb_create_iterator(self.handle, options), of: self)
    }

    /// What LevelDB says about itself under `name`, such as `leveldb.stats` or `leveldb.sstables`; nil if it does not
    /// know the name.
    public func property(_ name: String) -> String? {
        guard let text = leveldb_property_value(self.handle, name) else { return nil }
        defer { leveldb_free(text) }
        return String(cString: text)
    }

    /// Rewrites all tables so that nothing deleted or overwritten takes space. Returns when done: this can take long.
    public func compactAll() {
        leveldb_compact_range(self.handle, nil, 0, nil, 0)
    }
}
