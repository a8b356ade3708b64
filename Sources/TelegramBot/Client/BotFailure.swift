/// Why a call to the Bot API gave no result. Every text in it is redacted and bounded.
package enum BotFailure: Error, Equatable, Sendable {
    /// Telegram answered with an error of its own.
    case refused(BotRefusal)
    /// Something answered, but not the Bot API: an error page, a redirect, an answer without a result.
    case notJSON(status: Int, retryAfterSeconds: Int?)
    /// The head of the request never went out, so nothing happened: it is safe to repeat.
    case notSent(String)
    /// The request went out and no whole answer came back: it may or may not have been done.
    case lost(String)
}

extension BotFailure {
    /// How long Telegram asked to wait, in seconds; one second for a 429 that does not say.
    package var retryAfterSeconds: Int? {
        switch self {
        case .refused(let refusal):
            refusal.code == 429 ? refusal.retryAfterSeconds ?? 1 : refusal.retryAfterSeconds
        case .notJSON(let status, let seconds):
            status == 429 ? seconds ?? 1 : seconds
        case .notSent, .lost:
            nil
        }
    }

    /// Whether the token is not accepted, which only the operator can mend.
    package var isUnauthorized: Bool {
        switch self {
        case .refused(let refusal): refusal.isUnauthorized
        case .notJSON, .notSent, .lost: false
        }
    }

    /// Whether somebody else receives this bot's updates: another poller, or a webhook.
    package var isConflict: Bool {
        switch self {
        case .refused(let refusal): refusal.code == 409
        case .notJSON(let status, _): status == 409
        case .notSent, .lost: false
        }
    }
}

extension BotFailure: CustomStringConvertible {
    /// One line for the operator.
    package var description: String {
        switch self {
        case .refused(let refusal): "\(refusal.code) \(refusal.description)"
        case .notJSON(let status, _): "HTTP \(status) without a Bot API answer"
        case .notSent(let reason): "not sent: \(reason)"
        case .lost(let reason): "no answer: \(reason)"
        }
    }
}
