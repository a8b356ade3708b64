package import Cryptography

/// An append-only log of records that vouches for its contents by a Merkle tree.
///
/// One caller appends at a time; any number read meanwhile, and see only what is durable. Every call may block on the
/// disk. All engines pass one suite of contract tests.
package protocol EventLog: Sendable {
    /// The end of what is acknowledged: durable in the log and vouched for by the anchor.
    var head: LogHead { get }

    /// Adds records that continue the log, all or none, and returns the new head once they are durable.
    ///
    /// - Throws: ``EventLogError/notNext(expected:got:)``, ``EventLogError/tooLarge(limit:)``: nothing was written.
    ///   ``EventLogError/notWritten(reason:)``: it failed, and the log goes on without them.
    ///   ``EventLogError/unknown(reason:)``: the log is closed until ``recover()``, which every later append tries
    ///   first.
    func append(_ records: [Record]) throws(EventLogError) -> LogHead

    /// Opens the log again if an append ended in ``EventLogError/unknown(reason:)``, and returns the head that it then
    /// has: the one planned by that append, or the one before. Otherwise it returns the head at once.
    ///
    /// - Throws: ``EventLogError/unknown(reason:)`` if it still cannot be opened.
    func recover() throws(EventLogError) -> LogHead

    /// Makes the anchor say that all records are settled, so that opening refuses if the last one is lost. For when
    /// there is nothing else to do.
    func settle() throws(EventLogError)

    /// Settles, and gives the files back. Everything but ``head`` throws ``EventLogError/closed`` afterwards.
    func close() throws(EventLogError)

    /// The bytes of one record; nil if the log ends before it, or for 0.
    func record(_ seq: UInt64) throws(EventLogError) -> [UInt8]?

    /// The records from `from` on: at most `limit` of them and, from the second on, not more than `byteLimit` bytes.
    func read(from: UInt64, limit: Int, byteLimit: Int) throws(EventLogError) -> [Record]

    /// Calls `body` with each record from `from` to `through`, or to the head if that comes first, until it says false.
    /// The bytes are lent: they are gone when it returns.
    ///
    /// - Throws: ``EventLogError/damaged(seq:file:reason:advice:)`` with the first record that is missing or
    ///   unreadable; what `body` throws.
    func forEach(
        from: UInt64, through: UInt64, _ body: (UInt64, UnsafeRawBufferPointer) throws -> Bool
    ) throws

    /// Reads the whole log, checks order, contents, tree and head against each other, and returns the head. `body` gets
    /// each record before the tree over it is checked.
    ///
    /// - Throws: ``EventLogError/damaged(seq:file:reason:advice:)`` with the first record that cannot be vouched for;
    ///   what `body` throws.
    func verify(_ body: (UInt64, UnsafeRawBufferPointer) throws -> Void) throws -> LogHead

    /// The root when the log had `size` records.
    ///
    /// - Throws: ``EventLogError/beyondHead(seq:head:)`` if it has not so many.
    func root(at size: UInt64) throws(EventLogError) -> Digest
}

extension EventLog {
    /// Calls `body` with each record from `from` to the head, until it says false, as
    /// ``forEach(from:through:_:)`` does.
    package func forEach(from: UInt64 = 1, _ body: (UInt64, UnsafeRawBufferPointer) throws -> Bool) throws {
        try self.forEach(from: from, through: .max, body)
    }
}
