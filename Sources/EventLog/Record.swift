/// One entry of the log: its place, from 1 and without gaps, and the bytes that are stored, hashed and shown as they
/// are.
package struct Record: Equatable, Sendable {
    /// The place in the log.
    package let seq: UInt64
    /// The entry itself.
    package let bytes: [UInt8]

    /// A record.
    package init(seq: UInt64, bytes: [UInt8]) {
        self.seq = seq
        self.bytes = bytes
    }
}
