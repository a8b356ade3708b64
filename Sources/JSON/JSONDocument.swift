/// A JSON text that was read and found well-formed, and the index of its values.
///
/// Reading is one pass that allocates twice, whatever the text; values are views into ``bytes`` and decoded when asked.
public struct JSONDocument: Sendable {
    /// The longest text that is read: 512 MiB.
    public static let bytesMax = 512 << 20

    let tape: Tape

    /// Reads a text.
    ///
    /// - Throws: ``JSONError`` for the first fault found.
    public init(_ bytes: [UInt8], limits: JSONLimits = .strict) throws(JSONError) {
        self.tape = try Parser.tape(of: bytes, limits: limits)
    }

    /// Reads a text.
    ///
    /// - Throws: ``JSONError`` for the first fault found; offsets count UTF-8 bytes.
    public init(_ string: String, limits: JSONLimits = .strict) throws(JSONError) {
        try self.init(Array(string.utf8), limits: limits)
    }

    /// The text as it was given.
    public var bytes: [UInt8] { self.tape.bytes }

    /// The value that the text is.
    public var root: JSONValue { JSONValue(tape: self.tape, index: 0) }

    /// Calls `body` with every string of the text, member names too, in the order of the text.
    public func forEachString(_ body: (JSONValue) throws -> Void) rethrows {
        for index in 0..<self.tape.count where self.tape[index].kind == .string {
            try body(JSONValue(tape: self.tape, index: index))
        }
    }
}
