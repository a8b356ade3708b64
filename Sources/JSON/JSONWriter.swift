/// Writes one JSON text into a buffer, commas and colons included.
///
/// The caller keeps to the order of the grammar: in an object a name before each value, an end for each beginning.
public struct JSONWriter: Sendable {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []
    /// Containers begun and not ended.
    private var depth = 0
    /// Whether a value was written in the same container, with nothing behind it.
    private var needsComma = false

    /// An empty writer with room for `capacity` bytes; it grows beyond.
    public init(capacity: Int = 256) { self.bytes.reserveCapacity(capacity) }

    /// Forgets what was written and keeps the memory.
    public mutating func reset() {
        self.bytes.removeAll(keepingCapacity: true)
        self.depth = 0
        self.needsComma = false
    }

    /// Begins an object.
    public mutating func beginObject() { self.begin(UInt8(ascii: "{")) }

    /// Ends the innermost object.
    public mutating func endObject() { self.end(UInt8(ascii: "}")) }

    /// Begins an array.
    public mutating func beginArray() { self.begin(UInt8(ascii: "[")) }

    /// Ends the innermost array.
    public mutating func endArray() { self.end(UInt8(ascii: "]")) }

    /// Writes a member's name; its value comes next.
    public mutating func name(_ name: StaticString) {
        name.withUTF8Buffer { self.quoted($0) }
        self.colon()
    }

    /// Writes a member's name; its value comes next.
    public mutating func name(_ name: String) {
        var name = name
        name.withUTF8 { self.quoted($0) }
        self.colon()
    }

    /// Writes a string. Escaped is only what RFC 8259 requires.
    public mutating func string(_ value: String) {
        var value = value
        value.withUTF8 { self.quoted($0) }
    }

    /// Writes a string from its bytes. What is not UTF-8 in them becomes U+FFFD.
    @inlinable
    public mutating func string(utf8 value: some Collection<UInt8>) {
        let isWritten: Void? = value.withContiguousStorageIfAvailable { self.repaired($0) }
        if isWritten == nil { Array(value).withUnsafeBufferPointer { self.repaired($0) } }
    }

    /// Writes a whole number of any size.
    @inlinable
    public mutating func int(_ value: some BinaryInteger) {
        if let value = Int64(exactly: value) {
            self.decimal(value.magnitude, isNegative: value < 0)
        } else if let value = UInt64(exactly: value) {
            self.decimal(value, isNegative: false)
        } else {
            self.raw(String(value).utf8)
        }
    }

    /// Writes the shortest number that reads back as the same `Double`; `null` for one that is not finite.
    public mutating func double(_ value: Double) {
        guard value.isFinite else { return self.null() }
        self.raw(value.description.utf8)
    }

    /// Writes `true` or `false`.
    public mutating func bool(_ value: Bool) { self.literal(value ? "true" : "false") }

    /// Writes `null`.
    public mutating func null() { self.literal("null") }

    /// Writes a value from its JSON text, which is not checked.
    @inlinable
    public mutating func raw(_ json: some Sequence<UInt8>) {
        let isWritten: Void? = json.withContiguousStorageIfAvailable { self.verbatim($0) }
        if isWritten == nil { Array(json).withUnsafeBufferPointer { self.verbatim($0) } }
    }

    /// Writes a value as it stands in its document.
    public mutating func value(_ value: JSONValue) {
        value.tape.withBytes(value.entry.range) { self.verbatim($0) }
    }

    @usableFromInline
    mutating func verbatim(_ json: UnsafeBufferPointer<UInt8>) {
        self.separate()
        self.bytes.append(contentsOf: json)
        self.needsComma = true
    }

    @usableFromInline
    mutating func repaired(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard let base = utf8.baseAddress, !Scanner(base: base, count: utf8.count).isValidUTF8 else {
            return self.quoted(utf8)
        }
        self.string(String(decoding: utf8, as: UTF8.self))
    }

    @usableFromInline
    mutating func decimal(_ magnitude: UInt64, isNegative: Bool) {
        self.separate()
        self.bytes.appendDecimal(magnitude, isNegative: isNegative)
        self.needsComma = true
    }

    private mutating func quoted(_ utf8: UnsafeBufferPointer<UInt8>) {
        self.separate()
        self.bytes.appendQuoted(utf8)
        self.needsComma = true
    }

    private mutating func literal(_ text: StaticString) {
        text.withUTF8Buffer { self.verbatim($0) }
    }

    private mutating func begin(_ bracket: UInt8) {
        self.separate()
        self.bytes.append(bracket)
        self.depth += 1
        self.needsComma = false
    }

    private mutating func end(_ bracket: UInt8) {
        assert(self.depth > 0, "an end without a beginning")
        self.bytes.append(bracket)
        self.depth -= 1
        self.needsComma = true
    }

    private mutating func colon() {
        self.bytes.append(UInt8(ascii: ":"))
        self.needsComma = false
    }

    @inline(__always)
    private mutating func separate() {
        guard self.needsComma else { return }
        assert(self.depth > 0, "a second value outside of any container")
        self.bytes.append(UInt8(ascii: ","))
    }
}
