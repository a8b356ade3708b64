import Glibc

/// The open anchor file, of which one slot at a time is replaced in place.
struct AnchorFile: ~Copyable {
    /// What was found where an anchor file should be.
    enum Found {
        case missing
        /// A file without a slot that is whole.
        case unreadable
        /// `slot` counts; the other one is whole too, unless `healthy` is false.
        case valid(slot: AnchorSlot, index: Int, healthy: Bool)
    }

    private static let slotCount = 2
    // Glibc's header hides it behind _GNU_SOURCE.
    #if arch(arm64) || arch(arm)
    private static let direct: Int32 = 0o200000
    #else
    private static let direct: Int32 = 0o40000
    #endif

    private let path: String
    private let disk: any LogDisk
    private let buffer: UnsafeMutableRawBufferPointer
    private var file: Int32
    private var isDirect: Bool
    private var index: Int
    private var generation: UInt64

    /// Opens a file in which the slot `index` was found to count.
    init(path: String, slot: AnchorSlot, index: Int, disk: any LogDisk) throws(EventLogError) {
        self.path = path
        self.disk = disk
        self.index = index
        self.generation = slot.generation
        (self.file, self.isDirect) = try Self.open(path)
        // Without a cache in between, the kernel takes memory on page boundaries only.
        self.buffer = .allocate(byteCount: AnchorSlot.byteCount, alignment: AnchorSlot.byteCount)
    }

    deinit {
        Glibc.close(self.file)
        self.buffer.deallocate()
    }

    /// Replaces the slot that does not count, and returns when the new one is on disk.
    ///
    /// After an error the old slot counts still, and the next write goes where this one failed.
    mutating func write(_ anchor: Anchor) throws(EventLogError) {
        let slot = AnchorSlot(generation: self.generation + 1, anchor: anchor)
        let index = 1 - self.index
        slot.write(to: self.buffer)
        var code = self.write(at: index)
        if code == EINVAL, self.isDirect {
            // Some file systems accept O_DIRECT when opening and refuse it when writing.
            Glibc.close(self.file)
            self.file = -1
            (self.file, self.isDirect) = (try Self.openCached(self.path), false)
            code = self.write(at: index)
        }
        guard code == 0 else { throw FileSystem.error("write", self.path, code) }
        self.index = index
        self.generation = slot.generation
    }

    private func write(at index: Int) -> Int32 {
        self.disk.write(UnsafeRawBufferPointer(self.buffer), to: self.file, at: index * AnchorSlot.byteCount)
    }

    /// Looks which slot counts.
    static func find(_ path: String) throws(EventLogError) -> Found {
        let byteCount = Self.slotCount * AnchorSlot.byteCount
        guard let bytes = try FileSystem.contents(of: path, limit: 16 * byteCount) else { return .missing }
        let slots = bytes.withUnsafeBytes { bytes in
            (0..<Self.slotCount).map { index -> AnchorSlot? in
                let range = index * AnchorSlot.byteCount..<(index + 1) * AnchorSlot.byteCount
                return range.upperBound > bytes.count ? nil : AnchorSlot(UnsafeRawBufferPointer(rebasing: bytes[range]))
            }
        }
        switch (slots[0], slots[1]) {
        case (nil, nil): return .unreadable
        case (let slot?, nil): return .valid(slot: slot, index: 0, healthy: false)
        case (nil, let slot?): return .valid(slot: slot, index: 1, healthy: false)
        case (let first?, let second?):
            // No two writes have the same generation: somebody else wrote this.
            guard first.generation != second.generation else { return .unreadable }
            let index = first.generation > second.generation ? 0 : 1
            return .valid(slot: index == 0 ? first : second, index: index, healthy: bytes.count == byteCount)
        }
    }

    /// Makes the file of an empty log, both slots written, so that later writes change no length and no block list.
    static func create(_ path: String) throws(EventLogError) {
        let draft = path + ".new"
        unlink(draft)
        let file = Glibc.open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FileSystem.error("make", draft) }
        defer { Glibc.close(file) }
        var bytes = [UInt8](repeating: 0, count: Self.slotCount * AnchorSlot.byteCount)
        bytes.withUnsafeMutableBytes { bytes in
            for index in 0..<Self.slotCount {
                let range = index * AnchorSlot.byteCount..<(index + 1) * AnchorSlot.byteCount
                AnchorSlot(generation: UInt64(index + 1), anchor: Anchor(settledAt: .empty))
                    .write(to: UnsafeMutableRawBufferPointer(rebasing: bytes[range]))
            }
        }
        let count = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
        guard count == bytes.count, fsync(file) == 0 else { throw FileSystem.error("write", draft) }
        try FileSystem.rename(draft, to: path)
    }

    private static func open(_ path: String) throws(EventLogError) -> (file: Int32, isDirect: Bool) {
        // Past the page cache: a write of one block in place needs neither the cache nor a second flush.
        let file = Glibc.open(path, O_RDWR | Self.direct | O_DSYNC | O_CLOEXEC)
        if file >= 0 { return (file, true) }
        guard errno == EINVAL else { throw FileSystem.error("open", path) }
        return (try Self.openCached(path), false)
    }

    private static func openCached(_ path: String) throws(EventLogError) -> Int32 {
        let file = Glibc.open(path, O_RDWR | O_DSYNC | O_CLOEXEC)
        guard file >= 0 else { throw FileSystem.error("open", path) }
        return file
    }
}
