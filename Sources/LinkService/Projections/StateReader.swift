internal import Linking

/// A stored state that does not read back: the projection is damaged, and is dropped and rebuilt.
package struct StateError: Error, Hashable, Sendable {}

/// Reads what ``StateWriter`` wrote; total, because stored bytes are input.
struct StateReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// True when everything was read.
    var isAtEnd: Bool { self.position == self.bytes.count }

    mutating func byte() throws(StateError) -> UInt8 {
        guard self.position < self.bytes.count else { throw StateError() }
        defer { self.position += 1 }
        return self.bytes[self.position]
    }

    mutating func word() throws(StateError) -> UInt64 {
        guard self.bytes.count - self.position >= 8 else { throw StateError() }
        defer { self.position += 8 }
        return self.bytes.withUnsafeBytes {
            UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: self.position, as: UInt64.self))
        }
    }

    mutating func integer() throws(StateError) -> Int64 {
        Int64(bitPattern: try self.word())
    }

    mutating func blob() throws(StateError) -> ArraySlice<UInt8> {
        guard self.bytes.count - self.position >= 4 else { throw StateError() }
        let count = self.bytes.withUnsafeBytes {
            Int(UInt32(bigEndian: $0.loadUnaligned(fromByteOffset: self.position, as: UInt32.self)))
        }
        self.position += 4
        guard self.bytes.count - self.position >= count else { throw StateError() }
        defer { self.position += count }
        return self.bytes[self.position..<self.position + count]
    }

    mutating func text() throws(StateError) -> String {
        String(decoding: try self.blob(), as: UTF8.self)
    }

    mutating func id<Subject>() throws(StateError) -> Identifier<Subject> {
        Identifier(high: try self.word(), low: try self.word())
    }

    mutating func hash() throws(StateError) -> SecretHash {
        SecretHash(words: (try self.word(), try self.word(), try self.word(), try self.word()))
    }

    mutating func time() throws(StateError) -> Timestamp {
        Timestamp(milliseconds: try self.integer())
    }

    mutating func optional<Value>(
        _ read: (inout StateReader) throws(StateError) -> Value
    ) throws(StateError) -> Value? {
        try self.byte() == 0 ? nil : try read(&self)
    }

    mutating func optionalText() throws(StateError) -> String? {
        try self.byte() == 0 ? nil : try self.text()
    }

    mutating func list<Value>(
        _ read: (inout StateReader) throws(StateError) -> Value
    ) throws(StateError) -> [Value] {
        let count = try self.word()
        guard count <= UInt64(self.bytes.count) else { throw StateError() }
        var values: [Value] = []
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }

    /// The word `Word` stands for in the log's format, as it was stored.
    mutating func name<Word: RawRepresentable>() throws(StateError) -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: try self.text()) else { throw StateError() }
        return word
    }
}
