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

    func id<Subject>(_ id: Identifier<Subject>) -> StateKey {
        self.number(id.high).number(id.low)
    }

    func number(_ number: UInt64) -> StateKey {
        var key = self
        withUnsafeBytes(of: number.bigEndian) { key.bytes.append(contentsOf: $0) }
        return key
    }

    func chat(_ chat: ChatID) -> StateKey {
        // The sign bit is flipped, so that bytes sort as the numbers do.
        self.number(UInt64(bitPattern: chat.value) ^ (1 << 63))
    }

    func user(_ user: UserID) -> StateKey {
        var key = self
        let length = UInt16(user.text.utf8.count)
        key.bytes.append(UInt8(length >> 8))
        key.bytes.append(UInt8(length & 0xFF))
        key.bytes.append(contentsOf: user.text.utf8)
        return key
    }

    func byte(_ byte: UInt8) -> StateKey {
        var key = self
        key.bytes.append(byte)
        return key
    }

    func hash(_ hash: SecretHash) -> StateKey {
        self.number(hash.words.0).number(hash.words.1).number(hash.words.2).number(hash.words.3)
    }

    /// The id that ends an index key.
    static func trailingID<Subject>(_ bytes: [UInt8]) -> Identifier<Subject>? {
        guard bytes.count >= 18 else { return nil }
        var reader = StateReader(Array(bytes[(bytes.count - 16)...]))
        return try? reader.id()
    }
}
