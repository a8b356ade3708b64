public import JSON

/// What a call gives back: JSON text, by convention an object, so that members can be added later.
public struct RPCResult: Equatable, Sendable {
    /// The JSON text.
    public let json: [UInt8]

    /// A result from its JSON text, which is not checked: it has to be one value and hold no newline.
    public init(json bytes: [UInt8]) { self.json = bytes }

    /// The object that `body` fills.
    public init<E: Error>(_ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
        self.json = try JSONWriter.object(body)
    }

    /// `{}`
    public static let empty = RPCResult(json: Array("{}".utf8))
}
