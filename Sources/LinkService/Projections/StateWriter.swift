internal import Linking

/// Writes a stored state.
///
/// ```
/// integer  := 8 bytes, big-endian
/// text     := length (4 bytes, big-endian) bytes
/// optional := 0 | 1 value
/// id       := integer integer
/// ```
/// States are rebuilt from the log whenever their projection's version changes, so this needs no compatibility.
struct StateWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int = 128) {
        self.bytes.reserveCapacity(capacity)
    }

    mutating func byte(_ value: UInt8) {
        self.bytes.append(value)
    }

    mutating func word(_ value: UInt64) {
        withUnsafeBytes(of: value.bigEndian) { self.bytes.append(contentsOf: $0) }
    }

    mutating func integer(_ value: Int64) {
        self.word(UInt64(bitPattern: value))
    }

    mutating func blob(_ value: some Collection<UInt8>) {
        withUnsafeBytes(of: UInt32(value.count).bigEndian) { self.bytes.append(contentsOf: $0) }
        self.bytes.append(contentsOf: value)
    }

    mutating func text(_ value: String) {
        self.blob(value.utf8)
    }

    mutating func id<Subject>(_ value: Identifier<Subject>) {
        self.word(value.high)
        self.word(value.low)
    }

    mutating func hash(_ value: SecretHash) {
        self.word(value.words.0)
        self.word(value.words.1)
        self.word(value.words.2)
        self.word(value.words.3)
    }

    mutating func time(_ value: Timestamp) {
        self.integer(value.milliseconds)
    }

    mutating func optional<Value>(_ value: Value?, _ write: (inout StateWriter, Value) -> Void) {
        guard let value else { return self.byte(0) }
        self.byte(1)
        write(&self, value)
    }

    mutating func optionalText(_ value: String?) {
        self.optional(value) { $0.text($1) }
    }

    mutating func list<Value>(_ values: [Value], _ write: (inout StateWriter, Value) -> Void) {
        self.word(UInt64(values.count))
        for value in values { write(&self, value) }
    }
}
