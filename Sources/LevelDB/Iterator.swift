import CLevelDB

/// A walk over the keys of a database in ascending order of their bytes, as they were when it was made.
///
/// It begins nowhere: seek first. It pins the tables it was made over, so a long walk makes a new one now and then.
/// An iterator that meets damage becomes invalid like one that meets the end: ask ``checkError()`` after each walk.
public struct Iterator: ~Copyable {
    private let pointer: OpaquePointer
    // Destroyed after `deinit` has given the iterator back, which LevelDB demands.
    private let database: Database

    init(_ pointer: OpaquePointer, of database: Database) {
        self.pointer = pointer
        self.database = database
    }

    deinit { leveldb_iter_destroy(self.pointer) }

    /// Whether it stands on a key.
    public var isValid: Bool { leveldb_iter_valid(self.pointer) != 0 }

    /// Moves to the first key that is not less than `key`.
    public mutating func seek(to key: UnsafeRawBufferPointer) {
        leveldb_iter_seek(self.pointer, key.characters, key.count)
    }

    /// Moves to the first key that is not less than `key`.
    public mutating func seek(to key: [UInt8]) {
        key.withUnsafeBytes { self.seek(to: $0) }
    }

    /// Moves to the first key.
    public mutating func seekToFirst() { leveldb_iter_seek_to_first(self.pointer) }

    /// Moves to the last key.
    public mutating func seekToLast() { leveldb_iter_seek_to_last(self.pointer) }

    /// Moves to the key behind. The iterator must be valid.
    public mutating func next() {
        self.requireValid()
        leveldb_iter_next(self.pointer)
    }

    /// Moves to the key before. The iterator must be valid.
    public mutating func previous() {
        self.requireValid()
        leveldb_iter_prev(self.pointer)
    }

    /// Lends the key to `body` without copying it. The iterator must be valid.
    public func withKey<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try body(self.unsafeKey)
    }

    /// Lends the value to `body` without copying it. The iterator must be valid.
    public func withValue<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try body(self.unsafeValue)
    }

    /// The key, in memory of LevelDB's that is good until the iterator moves or ends. The iterator must be valid.
    public var unsafeKey: UnsafeRawBufferPointer {
        self.requireValid()
        var count = 0
        let start = leveldb_iter_key(self.pointer, &count)
        return UnsafeRawBufferPointer(characters: start, count: count)
    }

    /// The value, in memory of LevelDB's that is good until the iterator moves or ends. The iterator must be valid.
    public var unsafeValue: UnsafeRawBufferPointer {
        self.requireValid()
        var count = 0
        let start = leveldb_iter_value(self.pointer, &count)
        return UnsafeRawBufferPointer(characters: start, count: count)
    }

    /// A copy of the key. The iterator must be valid.
    public var key: [UInt8] { Array(self.unsafeKey) }

    /// A copy of the value. The iterator must be valid.
    public var value: [UInt8] { Array(self.unsafeValue) }

    /// Tells whether the iterator is where it is because of damage or an I/O error.
    ///
    /// - Throws: what went wrong since the iterator was made.
    public func checkError() throws(LevelDBError) {
        var message: UnsafeMutablePointer<CChar>?
        leveldb_iter_get_error(self.pointer, &message)
        if let error = LevelDBError(taking: message) { throw error }
    }

    /// LevelDB checks this in debug builds only and reads wild memory otherwise.
    private func requireValid() {
        precondition(self.isValid, "a LevelDB iterator was used where it is not valid")
    }
}
