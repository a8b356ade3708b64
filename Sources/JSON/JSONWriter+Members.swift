/// Members in one call. A nil value writes nothing at all.
extension JSONWriter {
    /// Writes a member whose value is a string.
    public mutating func member(_ name: StaticString, _ value: String) {
        self.name(name)
        self.string(value)
    }

    /// Writes a member whose value is a string, unless nil.
    public mutating func member(_ name: StaticString, _ value: String?) {
        if let value { self.member(name, value) }
    }

    /// Writes a member whose value is a whole number.
    @inlinable
    public mutating func member(_ name: StaticString, _ value: some BinaryInteger) {
        self.name(name)
        self.int(value)
    }

    /// Writes a member whose value is a whole number, unless nil.
    @inlinable
    public mutating func member(_ name: StaticString, _ value: (some BinaryInteger)?) {
        if let value { self.member(name, value) }
    }

    /// Writes a member whose value is a number.
    public mutating func member(_ name: StaticString, _ value: Double) {
        self.name(name)
        self.double(value)
    }

    /// Writes a member whose value is a number, unless nil.
    public mutating func member(_ name: StaticString, _ value: Double?) {
        if let value { self.member(name, value) }
    }

    /// Writes a member whose value is `true` or `false`.
    public mutating func member(_ name: StaticString, _ value: Bool) {
        self.name(name)
        self.bool(value)
    }

    /// Writes a member whose value is `true` or `false`, unless nil.
    public mutating func member(_ name: StaticString, _ value: Bool?) {
        if let value { self.member(name, value) }
    }

    /// Writes a member whose value is taken from a document as it stands.
    public mutating func member(_ name: StaticString, _ value: JSONValue) {
        self.name(name)
        self.value(value)
    }

    /// Writes a member whose value is taken from a document as it stands, unless nil.
    public mutating func member(_ name: StaticString, _ value: JSONValue?) {
        if let value { self.member(name, value) }
    }

    /// Writes a member from its value's JSON text, which is not checked.
    @inlinable
    public mutating func member(_ name: StaticString, raw json: some Sequence<UInt8>) {
        self.name(name)
        self.raw(json)
    }

    /// Writes a member from its value's JSON text, which is not checked, unless nil.
    @inlinable
    public mutating func member(_ name: StaticString, raw json: (some Sequence<UInt8>)?) {
        if let json { self.member(name, raw: json) }
    }

    /// Writes a member whose value is the object that `body` fills.
    @inlinable
    public mutating func member<E: Error>(
        _ name: StaticString, object body: (inout JSONWriter) throws(E) -> Void
    ) throws(E) {
        self.name(name)
        try self.object(body)
    }

    /// Writes a member whose value is the array that `body` fills.
    @inlinable
    public mutating func member<E: Error>(
        _ name: StaticString, array body: (inout JSONWriter) throws(E) -> Void
    ) throws(E) {
        self.name(name)
        try self.array(body)
    }

    /// Writes the object that `body` fills.
    @inlinable
    public mutating func object<E: Error>(_ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
        self.beginObject()
        try body(&self)
        self.endObject()
    }

    /// Writes the array that `body` fills.
    @inlinable
    public mutating func array<E: Error>(_ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
        self.beginArray()
        try body(&self)
        self.endArray()
    }

    /// The text of the object that `body` fills.
    @inlinable
    public static func object<E: Error>(
        capacity: Int = 256, _ body: (inout JSONWriter) throws(E) -> Void
    ) throws(E) -> [UInt8] {
        var writer = JSONWriter(capacity: capacity)
        try writer.object(body)
        return writer.bytes
    }

    /// The text of the array that `body` fills.
    @inlinable
    public static func array<E: Error>(
        capacity: Int = 256, _ body: (inout JSONWriter) throws(E) -> Void
    ) throws(E) -> [UInt8] {
        var writer = JSONWriter(capacity: capacity)
        try writer.array(body)
        return writer.bytes
    }
}
