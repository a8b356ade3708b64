internal import JSON
internal import JSONRPC
internal import Linking

/// The service's own errors: code, name and whether repeating the call may help.
extension RPCError {
    init(_ error: JournalError) {
        switch error {
        case .rejected(let rejection): self.init(rejection)
        case .overloaded: self = .overloaded
        case .shuttingDown: self = .shuttingDown
        case .storage(let outcome, _): self = .storageFailed(outcome)
        }
    }

    init(_ rejection: Rejection) {
        self =
            switch rejection {
            case .tokenNotFound: .notFound("There is no such token.")
            case .linkNotFound: .notFound("There is no such link.")
            case .notificationNotFound: .notFound("There is no such notification.")
            case .registrationNotFound: .notFound("There is no such registration code.")
            case .codeExpired:
                .make(
                    code: 1003, message: "Registration code not usable", name: "CODE_EXPIRED", retryable: false,
                    hint: "Ask the user to write /start to the bot again.")
            case .codeUsed:
                .make(
                    code: 1003, message: "Registration code not usable", name: "CODE_USED", retryable: false,
                    hint: "A code confirms one link, and a newer one for the same chat replaces it.")
            case .notLinked: .notLinked
            case .idempotencyConflict:
                .make(
                    code: 1004, message: "Idempotency conflict", name: "IDEMPOTENCY_CONFLICT", retryable: false,
                    hint: "This idempotencyKey was used for another request within the last 24 hours.")
            case .queueFull: .overloaded
            }
    }

    static let notLinked = RPCError.make(
        code: 1001, message: "Not linked", name: "NOT_LINKED", retryable: false,
        hint: "The user has no active link: issue a token and let the user press Start.")

    static func notFound(_ hint: String) -> RPCError {
        .make(code: 1002, message: "Not found", name: "NOT_FOUND", retryable: false, hint: hint)
    }

    static func textRejected(_ fault: String) -> RPCError {
        .make(code: 1005, message: "Text rejected", name: "TEXT_REJECTED", retryable: false, hint: fault)
    }

    static func storageFailed(_ outcome: JournalError.StorageOutcome) -> RPCError {
        let hint =
            switch outcome {
            case .notWritten: "The disk refused; nothing was written. Try again."
            case .unknown:
                "The disk failed; whether it was written is not known. Repeat it only with an idempotency key."
            }
        return .make(code: 1006, message: "Storage failed", name: "STORAGE_FAILED", retryable: true, hint: hint) {
            $0.member("outcome", outcome.rawValue)
        }
    }
}
