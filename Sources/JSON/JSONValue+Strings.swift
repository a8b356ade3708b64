extension JSONValue {
    /// The text of a string, escapes decoded; nil of anything else.
    public var string: String? {
        let entry = self.entry
        guard entry.kind == .string else { return nil }
        return self.tape.withBytes(entry.contents) { contents in
            entry.hasEscapes ? EscapedString(contents).string : String(decoding: contents, as: UTF8.self)
        }
    }

    /// Whether it is a string with exactly that text, compared byte for byte after decoding escapes. Allocates nothing
    /// unless there are escapes.
    public func stringEquals(_ text: StaticString) -> Bool {
        let entry = self.entry
        guard entry.kind == .string else { return false }
        return text.withUTF8Buffer { text in
            self.tape.bytes.withUnsafeBufferPointer { entry.isString(text, in: $0) }
        }
    }

    /// The bytes between the quotes of a string as they stand in the document, escapes not decoded; nil of anything
    /// else.
    public var rawStringContents: ArraySlice<UInt8>? {
        let entry = self.entry
        guard entry.kind == .string else { return nil }
        return self.tape.bytes[entry.contents]
    }

    /// Whether it is a string in which escapes occur. Without them ``rawStringContents`` is its text.
    public var hasEscapes: Bool { self.entry.hasEscapes }
}

extension TapeEntry {
    /// Whether a string has that text, as ``JSONValue/string`` gives it.
    @inline(__always)
    func isString(_ text: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let contents = UnsafeBufferPointer(rebasing: bytes[self.contents])
        if !self.hasEscapes { return contents.hasSameBytes(as: text) }
        return EscapedString(contents).decoded(loneSurrogates: .replaced).elementsEqual(text)
    }
}
