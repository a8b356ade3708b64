/// One value inside a document. Cheap to copy: a reference to the document and an index.
public struct JSONValue: Sendable {
    /// What a value is.
    public enum Kind: UInt8, Sendable {
        case null, bool, number, string, array, object
    }

    let tape: Tape
    let index: Int

    var entry: TapeEntry { self.tape[self.index] }

    /// What the value is.
    public var kind: Kind { self.entry.kind }

    /// The value's bytes exactly as they stand in the document, a string's quotes included.
    public var text: ArraySlice<UInt8> { self.tape.bytes[self.entry.range] }

    /// Index of the value's first byte in the document.
    public var offset: Int { Int(self.entry.start) }

    /// Whether it is `null`.
    public var isNull: Bool { self.kind == .null }

    /// The value of `true` and `false`, nil of anything else.
    public var bool: Bool? {
        guard self.kind == .bool else { return nil }
        return self.tape.bytes[self.offset] == UInt8(ascii: "t")
    }

    /// How many members or elements it has; 0 unless it is an object or an array.
    public var count: Int { self.entry.count }

    /// The elements of an array in order, none of anything else.
    public var elements: JSONElements { JSONElements(of: self) }

    /// The members of an object in the order of the text, none of anything else.
    public var members: JSONMembers { JSONMembers(of: self) }

    /// The member of that name, compared byte for byte after decoding escapes; nil if it is no object or has none. The
    /// first, if duplicates are allowed. Takes time in proportion to ``count``.
    public subscript(name: String) -> JSONValue? {
        var name = name
        return name.withUTF8 { self.member($0) }
    }

    /// The element at that place; nil if it is no array or shorter. Takes time in proportion to `index`.
    public subscript(index: Int) -> JSONValue? {
        guard self.kind == .array, index >= 0, index < self.count else { return nil }
        var entry = self.index + 1
        for _ in 0..<index { entry = Int(self.tape[entry].next) }
        return JSONValue(tape: self.tape, index: entry)
    }

    /// The value's bytes without white space between tokens, all else verbatim.
    public var minified: [UInt8] {
        let entry = self.entry
        return self.tape.bytes.withUnsafeBufferPointer { bytes in
            [UInt8](unsafeUninitializedCapacity: entry.range.count) { output, count in
                var cursor = Int(entry.start)
                func keep(_ byte: UInt8) {
                    output[count] = byte
                    count += 1
                }
                // White space may go everywhere but in strings, which are copied whole.
                for index in self.index..<Int(entry.next) where self.tape[index].kind == .string {
                    let string = self.tape[index].range
                    for byte in bytes[cursor..<string.lowerBound] where !byte.isWhitespace { keep(byte) }
                    _ = UnsafeMutableBufferPointer(rebasing: output[count...]).update(fromContentsOf: bytes[string])
                    count += string.count
                    cursor = string.upperBound
                }
                for byte in bytes[cursor..<Int(entry.end)] where !byte.isWhitespace { keep(byte) }
            }
        }
    }

    private func member(_ name: UnsafeBufferPointer<UInt8>) -> JSONValue? {
        let object = self.entry
        guard object.kind == .object else { return nil }
        return self.tape.bytes.withUnsafeBufferPointer { bytes in
            var index = self.index + 1
            while index < Int(object.next) {
                if self.tape[index].isString(name, in: bytes) { return JSONValue(tape: self.tape, index: index + 1) }
                index = Int(self.tape[index + 1].next)
            }
            return nil
        }
    }
}
