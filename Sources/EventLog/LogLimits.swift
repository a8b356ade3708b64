/// What a log takes in one go.
package struct LogLimits: Sendable {
    /// The largest record, in bytes.
    package var recordBytes = 16 * 1024 * 1024
    /// The most bytes of all records of one append.
    package var groupBytes = 64 * 1024 * 1024
    /// How many records a scan reads before it makes a new iterator, so that it does not pin tables for long.
    package var recordsPerIterator: UInt64 = 16_384
    /// How long, in milliseconds, giving up a handle waits for those who still read from it.
    package var closeMilliseconds = 5_000

    /// The defaults.
    package init() {}
}
