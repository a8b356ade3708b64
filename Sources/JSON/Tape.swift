/// The bytes of a document and the entries that describe them; never empty.
///
/// Safe to share: nothing is written after `init`, and the memory is freed when the last reference is gone.
final class Tape: @unchecked Sendable {
    let bytes: [UInt8]
    let count: Int
    private let entries: UnsafeMutablePointer<TapeEntry>

    /// Takes over `builder`'s memory.
    init(bytes: [UInt8], builder: consuming TapeBuilder) {
        self.bytes = bytes
        self.count = builder.count
        self.entries = builder.release()
    }

    deinit { self.entries.deallocate() }

    subscript(index: Int) -> TapeEntry {
        @inline(__always) get {
            assert(index < self.count)
            return self.entries[index]
        }
    }

    /// Calls `body` with a range of the bytes. The pointer must not leave it.
    @inline(__always)
    func withBytes<R>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        self.bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }
}
