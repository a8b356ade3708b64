public import JSON

/// An error answer: what a handler throws, and what a client's call throws when the server answers with an error.
///
/// A struct with a code, not an enum, so that a new code breaks nobody.
public struct RPCError: Error, Equatable, Sendable {
    /// Says what kind of error it is. -32768…-32000 belong to JSON-RPC, all else to the application.
    public let code: Int
    /// One short sentence, the same for every error of this code.
    public let message: String
    /// JSON text with what else there is to say, nil for nothing.
    public let data: [UInt8]?

    /// An error from its parts. `data` is JSON text and not checked.
    public init(code: Int, message: String, data: [UInt8]? = nil) {
        self.code = code
        self.message = message
        self.data = data
    }

    /// An error whose data is `{"code":name,"retryable":…,"hint":…}` and what `extra` adds to that object.
    ///
    /// - Parameters:
    ///   - name: what programs compare where one code covers several reasons.
    ///   - hint: a sentence for the developer who reads it, without values from the request.
    public static func make(
        code: Int, message: String, name: String, retryable: Bool = false, hint: String,
        extra: (inout JSONWriter) -> Void = { _ in }
    ) -> RPCError {
        let data = JSONWriter.object { writer in
            writer.member("code", name)
            writer.member("retryable", retryable)
            writer.member("hint", hint)
            extra(&writer)
        }
        return RPCError(code: code, message: message, data: data)
    }

    /// The string `code` of ``data``, nil if there is none.
    public var name: String? { self.member("code")?.string }

    /// The `hint` of ``data``, nil if there is none.
    public var hint: String? { self.member("hint")?.string }

    /// Whether ``data`` says that the same call may succeed later.
    public var isRetryable: Bool { self.member("retryable")?.bool ?? false }

    /// The member of ``data`` with that name, nil if there is none.
    public func member(_ name: String) -> JSONValue? {
        guard let data = self.data, let document = try? JSONDocument(data, limits: .tolerant) else { return nil }
        return document.root[name]
    }

    /// The error object of an answer.
    var json: [UInt8] {
        JSONWriter.object(capacity: 64 + self.message.utf8.count + (self.data?.count ?? 0)) { writer in
            writer.member("code", self.code)
            writer.member("message", self.message)
            writer.member("data", raw: self.data)
        }
    }
}
