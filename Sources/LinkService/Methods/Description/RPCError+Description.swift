internal import JSON
internal import JSONRPC
internal import Linking

extension RPCError {
    /// What a call that only looks at memory may answer.
    static func always(parameter: String) -> [RPCError] {
        [.invalidParams(path: parameter), .shuttingDown]
    }

    /// What a call that reads projections or the log may answer.
    static func reading(parameter: String, _ others: [RPCError] = []) -> [RPCError] {
        Self.always(parameter: parameter) + [.overloaded, .deadlineExceeded, .storageFailed(.notWritten)] + others
    }

    /// What a call that writes events may answer.
    static func ordering(parameter: String, _ others: [RPCError] = []) -> [RPCError] {
        Self.always(parameter: parameter)
            + [.overloaded, .deadlineExceeded, .storageFailed(.notWritten), .storageFailed(.unknown)] + others
    }

    static let tokenNotFound = RPCError(Rejection.tokenNotFound)
    static let linkNotFound = RPCError(Rejection.linkNotFound)
    static let notificationNotFound = RPCError(Rejection.notificationNotFound)
    static let registration = [
        RPCError(Rejection.registrationNotFound), RPCError(Rejection.codeExpired), RPCError(Rejection.codeUsed),
    ]
    static let idempotencyConflict = RPCError(Rejection.idempotencyConflict)
    static let answerTooLarge = RPCError.tooLarge(
        limit: Limits.service.answerBytes, hint: "The answer has more bytes than the limit. Ask for less at once.")

    /// Every error there is, those that any call can get and those of methods.
    static let catalogue: [RPCError] =
        [.parseError, .invalidRequest, .methodNotFound, .invalidParams(path: "userId"), .internalError]
        + [
            .tooLarge(limit: Limits.service.frameBytes, hint: "A frame has at most so many bytes."), .overloaded,
            .shuttingDown, .deadlineExceeded, .notLinked, .tokenNotFound,
        ]
        + Self.registration.dropFirst()
        + [.idempotencyConflict, .textRejected("message text is empty"), .storageFailed(.notWritten)]

    func write(to writer: inout JSONWriter) {
        writer.object { error in
            error.member("code", self.code)
            error.member("message", self.message)
            error.member("data", raw: self.data)
        }
    }
}
