/// Entries while a document is being read.
///
/// Plain memory instead of an array: appending is the innermost step of reading, and the entries never need a copy.
struct TapeBuilder: ~Copyable {
    private(set) var count = 0
    private var capacity: Int
    private var entries: UnsafeMutablePointer<TapeEntry>

    /// Room for what a text of that length usually needs. A long one starts small: it may be junk from its first byte.
    init(textBytes: Int) {
        self.capacity = min(textBytes / 6 + 4, 4096)
        self.entries = .allocate(capacity: self.capacity)
    }

    deinit { self.entries.deallocate() }

    /// Gives the memory to the caller, who frees it.
    consuming func release() -> UnsafeMutablePointer<TapeEntry> {
        let entries = self.entries
        discard self
        return entries
    }

    subscript(index: Int) -> TapeEntry {
        @inline(__always) get { self.entries[index] }
        @inline(__always) set { self.entries[index] = newValue }
    }

    @inline(__always)
    mutating func append(_ entry: TapeEntry) {
        if self.count == self.capacity { self.grow() }
        self.entries.advanced(by: self.count).initialize(to: entry)
        self.count += 1
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<TapeEntry>.allocate(capacity: self.capacity * 2)
        larger.moveInitialize(from: self.entries, count: self.count)
        self.entries.deallocate()
        self.entries = larger
        self.capacity *= 2
    }
}
