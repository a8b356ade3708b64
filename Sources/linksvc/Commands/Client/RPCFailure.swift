import JSON
import JSONRPC

/// An error answer, as a person and a script are told it.
struct RPCFailure: Equatable {
    /// One line: what, the name that programs compare, and what to do.
    let line: String
    /// What the process ends with.
    let status: ExitStatus

    init(_ error: RPCError) {
        var line = error.message
        if let name = error.name { line += " (\(name))" }
        if let path = error.member("path")?.string { line += " at \(path)" }
        if let hint = error.hint { line += ": \(hint)" }
        if let outcome = error.member("outcome")?.string { line += " [outcome: \(outcome)]" }
        if let wait = error.member("retryAfterMs")?.int64 { line += " [retry after \(wait) ms]" }
        self.line = TextTable.printable(line)
        self.status = Self.status(of: error)
    }

    private static func status(of error: RPCError) -> ExitStatus {
        switch error.name {
        case "NOT_LINKED": .notLinked
        case "INVALID_PARAMS", "TEXT_REJECTED", "TOO_LARGE", "IDEMPOTENCY_CONFLICT", "METHOD_NOT_FOUND": .usage
        case "NOT_FOUND", "CODE_EXPIRED", "CODE_USED": .negative
        case "OVERLOADED", "RATE_LIMITED", "SHUTTING_DOWN": .tryAgain
        case "STORAGE_FAILED": .inputOutput
        case "UNAUTHENTICATED", "FORBIDDEN": .notAllowed
        default: Self.status(ofCode: error.code, isRetryable: error.isRetryable)
        }
    }

    /// For errors of JSON-RPC's own, and those of a service newer than this command.
    private static func status(ofCode code: Int, isRetryable: Bool) -> ExitStatus {
        switch code {
        case -32602, -32601, -32600, -32700: .usage
        default: isRetryable ? .tryAgain : .bug
        }
    }
}
