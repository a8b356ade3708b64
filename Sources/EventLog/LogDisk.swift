import Glibc
package import LevelDB

/// The three disk operations that an append depends on, so that a test can make the n-th of them fail.
package protocol LogDisk: Sendable {
    /// Opens the database of the log.
    func open(path: String, options: Options) throws(LevelDBError) -> Database

    /// Applies `batch` and returns once it is on disk.
    func write(_ batch: borrowing WriteBatch, to database: Database) throws(LevelDBError)

    /// Writes all of `bytes` at `offset` of a file, and returns once they are on disk: 0, or the error's number.
    func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, at offset: Int) -> Int32
}

/// The disk there is.
package struct SystemLogDisk: LogDisk {
    /// The disk there is.
    package init() {}

    package func open(path: String, options: Options) throws(LevelDBError) -> Database {
        try Database(path: path, options: options)
    }

    package func write(_ batch: borrowing WriteBatch, to database: Database) throws(LevelDBError) {
        try database.write(batch, sync: true)
    }

    package func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, at offset: Int) -> Int32 {
        while true {
            let count = pwrite(file, bytes.baseAddress, bytes.count, offset)
            if count == bytes.count { return 0 }
            // The slot is rewritten whole or not at all: half of one is as good as none.
            if count >= 0 { return EIO }
            if errno != EINTR { return errno }
        }
    }
}
