internal import Linking

/// Where a projection keeps a state.
///
/// ```
/// key      := projection kind rest
/// projection := 1 byte, see each projection      kind := 1 byte, see each projection
/// ```
/// Ids sort by time and chats by number, so that an index can be read in order.
struct StateKey: Hashable {
    private(set) var bytes: [UInt8]

    init(_ projection: UInt8, _ kind: UInt8) {
        self.bytes = []
        self.bytes.reserveCapacity(24)
        self.bytes.append(projection)
        self.bytes.append(kind)
    }

    init(stored bytes: [UInt8]) {
        self.bytes = bytes
    }

    consuming func id<Subject>(_ id: Identifier<Subject>) -> StateKey {
        self.number(id.high).number(id.low)
    }

    consuming func number(_ number: UInt64) -> StateKey {
        withUnsafeBytes(of: number.bigEndian) { self.bytes.append(contentsOf: $0) }
        return self
    }

    consuming func chat(_ chat: ChatID) -> StateKey {
        // The sign bit is flipped, so that bytes sort as the numbers do.
        self.number(UInt64(bitPattern: chat.value) ^ (1 << 63))
    }

    consuming func user(_ user: UserID) -> StateKey {
        let length = UInt16(user.text.utf8.count)
        self.bytes.append(UInt8(length >> 8))
        self.bytes.append(UInt8(length & 0xFF))
        self.bytes.append(contentsOf: user.text.utf8)
        return self
    }

    consuming func byte(_ byte: UInt8) -> StateKey {
        self.bytes.append(byte)
        return self
    }

    consuming func hash(_ hash: SecretHash) -> StateKey {
        self.number(hash.words.0).number(hash.words.1).number(hash.words.2).number(hash.words.3)
    }

    // As one run of bytes: an array would feed each on its own.
    func hash(into hasher: inout Hasher) {
        self.bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }

    /// The id that ends an index key.
    static func trailingID<Subject>(_ bytes: [UInt8]) -> Identifier<Subject>? {
        guard bytes.count >= 18 else { return nil }
        var reader = StateReader(Array(bytes[(bytes.count - 16)...]))
        return try? reader.id()
    }
}
