import CLevelDB

/// Changes that ``Database/write(_:sync:)`` applies in the order given, all or none. Reuse one by clearing it.
public struct WriteBatch: ~Copyable {
    let pointer: OpaquePointer
    /// How many changes it holds.
    public private(set) var count = 0
    /// The bytes of all keys and values in it.
    public private(set) var byteCount = 0

    /// A batch without changes.
    public init() { self.pointer = leveldb_writebatch_create() }

    deinit { leveldb_writebatch_destroy(self.pointer) }

    /// Sets `key` to `value`. Both are copied.
    public mutating func put(_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) {
        leveldb_writebatch_put(self.pointer, key.characters, key.count, value.characters, value.count)
        self.count += 1
        self.byteCount += key.count + value.count
    }

    /// Sets `key` to `value`. Both are copied.
    public mutating func put(_ key: [UInt8], _ value: [UInt8]) {
        key.withUnsafeBytes { key in value.withUnsafeBytes { value in self.put(key, value) } }
    }

    /// Removes `key`, if it is there.
    public mutating func delete(_ key: UnsafeRawBufferPointer) {
        leveldb_writebatch_delete(self.pointer, key.characters, key.count)
        self.count += 1
        self.byteCount += key.count
    }

    /// Removes `key`, if it is there.
    public mutating func delete(_ key: [UInt8]) {
        key.withUnsafeBytes { self.delete($0) }
    }

    /// Adds the changes of `other` behind its own.
    public mutating func append(_ other: borrowing WriteBatch) {
        leveldb_writebatch_append(self.pointer, other.pointer)
        self.count += other.count
        self.byteCount += other.byteCount
    }

    /// Forgets all changes and keeps the memory.
    public mutating func clear() {
        leveldb_writebatch_clear(self.pointer)
        self.count = 0
        self.byteCount = 0
    }
}
