import JSON

/// The errors that the protocol itself knows. Messages of the first five are the specification's.
extension RPCError {
    /// -32700: the frame is no JSON text.
    public static let parseError = RPCError.parseError(hint: "Send one JSON text (RFC 8259) in UTF-8.")

    static func parseError(hint: String) -> RPCError {
        .make(code: -32700, message: "Parse error", name: "PARSE_ERROR", hint: hint)
    }

    /// -32600: JSON, but no Request object.
    public static let invalidRequest = RPCError.invalidRequest(
        hint: "Send an object with jsonrpc \"2.0\", a method, and params that are an object or an array.")

    /// -32600 with a reason.
    public static func invalidRequest(hint: String) -> RPCError {
        .make(code: -32600, message: "Invalid Request", name: "INVALID_REQUEST", hint: hint)
    }

    /// -32601: there is no such method.
    public static let methodNotFound = RPCError.make(
        code: -32601, message: "Method not found", name: "METHOD_NOT_FOUND",
        hint: "Names are case-sensitive; rpc.discover lists them.")

    /// -32602: the parameter at `path` (a name, or a path of names and indices) is missing or not what it should be.
    public static func invalidParams(path: String, hint: String = "See the method's parameters.") -> RPCError {
        .make(code: -32602, message: "Invalid params", name: "INVALID_PARAMS", hint: hint) { $0.member("path", path) }
    }

    /// -32603: a fault of the server.
    public static let internalError = RPCError.make(
        code: -32603, message: "Internal error", name: "INTERNAL_ERROR",
        hint: "This is a fault of the server; its log tells more.")

    /// -32013: a frame, batch or answer is over its limit, which is `limit` of whatever `hint` says.
    public static func tooLarge(limit: Int, hint: String) -> RPCError {
        .make(code: -32013, message: "Too large", name: "TOO_LARGE", hint: hint) { $0.member("limit", limit) }
    }

    /// -32029: too many calls; retry after that time.
    public static func rateLimited(retryAfter: Duration) -> RPCError {
        .make(
            code: -32029, message: "Rate limited", name: "RATE_LIMITED", retryable: true,
            hint: "Wait as long as retryAfterMs says."
        ) { $0.member("retryAfterMs", retryAfter.milliseconds) }
    }

    /// -32041: the connection is not authenticated.
    public static let unauthenticated = RPCError.make(
        code: -32041, message: "Unauthenticated", name: "UNAUTHENTICATED", hint: "Authenticate first.")

    /// -32043: the principal lacks the scope.
    public static func forbidden(scope: String) -> RPCError {
        .make(code: -32043, message: "Forbidden", name: "FORBIDDEN", hint: "This needs another scope.") {
            $0.member("scope", scope)
        }
    }

    /// -32050: more work than there is room for. Nothing was done.
    public static let overloaded = RPCError.make(
        code: -32050, message: "Unavailable", name: "OVERLOADED", retryable: true,
        hint: "Too much is running; nothing was done. Try again later.")

    /// -32050: the server ends. Nothing was done.
    public static let shuttingDown = RPCError.make(
        code: -32050, message: "Unavailable", name: "SHUTTING_DOWN", retryable: true,
        hint: "The server is shutting down; nothing was done. Connect again.")

    /// -32054: no answer in time. Whether the call took effect is not known.
    public static let deadlineExceeded = RPCError.make(
        code: -32054, message: "Deadline exceeded", name: "DEADLINE_EXCEEDED",
        hint: "The call may still take effect. Repeat it only if that does no harm.")
}

extension RPCError {
    /// The error for a frame that the reader refused.
    init(_ error: JSONError, limits: Limits) {
        switch error.reason {
        case .empty, .syntax, .truncated, .trailingBytes, .invalidUTF8, .loneSurrogate, .documentTooLong:
            self = .parseError(hint: "\(error). One message is one JSON text in UTF-8.")
        case .depth:
            self = .parseError(hint: "\(error): nested deeper than \(limits.nesting).")
        case .duplicateName:
            self = .invalidRequest(hint: "\(error): two members of one object have the same name.")
        case .tooManyMembers:
            self = .invalidRequest(hint: "\(error).")
        case .stringTooLong:
            self = .invalidRequest(hint: "\(error): longer than \(limits.stringBytes) bytes.")
        }
    }
}

extension Duration {
    fileprivate var milliseconds: Int64 {
        self.components.seconds * 1_000 + self.components.attoseconds / 1_000_000_000_000_000
    }
}
