/// What remains of a text when its markup is read: what the user will see.
struct VisibleText: Equatable {
    /// The text in UTF-8.
    private(set) var bytes: [UInt8] = []
    /// Where the first piece of formatted text begins. White space is trimmed up to there only.
    private(set) var firstEntityStart: Int?

    init() {}

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func append(_ byte: UInt8) {
        self.bytes.append(byte)
    }

    mutating func append(scalar code: UInt32) {
        self.bytes += Array(String(Unicode.Scalar(code).map(Character.init) ?? "\u{FFFD}").utf8)
    }

    /// Notes formatting from `start` up to here; nothing if that is empty.
    mutating func noteEntity(from start: Int) {
        guard start < self.bytes.count else { return }
        self.firstEntityStart = min(start, self.firstEntityStart ?? start)
    }

    /// What Telegram keeps: no control and direction characters, no white space at the ends.
    var trimmed: ArraySlice<UInt8> {
        let (clean, entityStart) = self.cleaned
        let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        guard let last = clean.lastIndex(where: { !isBlank($0) }) else { return [] }
        let first = clean[..<(entityStart ?? clean.count)].firstIndex { !isBlank($0) } ?? entityStart ?? 0
        return first <= last ? clean[first...last] : []
    }

    /// Control characters become spaces; `\r`, U+2028…U+202E and three combining lines vanish.
    private var cleaned: (bytes: [UInt8], entityStart: Int?) {
        var result: [UInt8] = []
        result.reserveCapacity(self.bytes.count)
        var entityStart: Int?
        var index = 0
        while index < self.bytes.count {
            if index == self.firstEntityStart { entityStart = result.count }
            let byte = self.bytes[index]
            let removed = self.removedLength(at: index)
            if removed == 0 {
                result.append(byte < 0x20 && byte != UInt8(ascii: "\n") ? UInt8(ascii: " ") : byte)
            }
            index += max(1, removed)
        }
        return (result, entityStart)
    }

    /// How many bytes at `index` Telegram drops.
    private func removedLength(at index: Int) -> Int {
        let rest = self.bytes[index...].prefix(3)
        switch rest.first {
        case UInt8(ascii: "\r"):
            return 1
        case 0xCC where rest.count > 1 && [0xB3, 0xBF, 0x8A].contains(rest[index + 1]):
            return 2
        case 0xE2 where rest.count > 2 && rest[index + 1] == 0x80 && (0xA8...0xAE).contains(rest[index + 2]):
            return 3
        default:
            return 0
        }
    }
}

extension ArraySlice<UInt8> {
    /// How many Unicode scalars this UTF-8 text has: Telegram's "characters".
    var scalarCount: Int {
        self.reduce(into: 0) { count, byte in count += byte & 0xC0 == 0x80 ? 0 : 1 }
    }

    /// Whether nothing in it can be seen: only spaces of all kinds and marks without width.
    var isInvisible: Bool {
        String(decoding: self, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x0A, 0x20, 0xA0, 0x1680, 0x180E, 0x2000...0x200F, 0x202E, 0x202F, 0x205F, 0x2800, 0x3000, 0xFEFF,
                0xFFFC, 0xE0000...0xE007F:
                true
            default: false
            }
        }
    }
}
