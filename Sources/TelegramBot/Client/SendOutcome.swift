/// What is known of a message after one attempt to send it.
package enum SendOutcome: Equatable, Sendable {
    /// Telegram took it.
    case sent(messageID: Int64)
    /// Not taken: wait that long, then repeat.
    case rateLimited(retryAfterSeconds: Int)
    /// Not taken: the group became this supergroup. Repeat there, once.
    case migrated(to: Int64)
    /// Not taken, and nothing will be until somebody acts in that chat. `reason` is one of ``ChatGoneReason``'s names.
    case chatGone(reason: String, description: String)
    /// Not taken, and the same message never will be. The chat is fine.
    case rejected(code: Int, description: String)
    /// Answered, but by something in trouble: repeat with back-off.
    case unavailable(description: String)
    /// The request never went out: safe to repeat.
    case notSent(description: String)
    /// The request went out and the answer is lost, or says nothing of use: the message may have arrived.
    case lost(description: String)
    /// The token is not accepted: no message will be taken until the operator acts.
    case unauthorized(description: String)
}

extension SendOutcome {
    /// The outcome that a failed `sendMessage` means.
    package init(_ failure: BotFailure) {
        switch failure {
        case .refused(let refusal): self.init(refusal)
        case .notJSON(let status, let seconds):
            self.init(status: status, retryAfterSeconds: seconds, description: failure.description)
        case .notSent(let reason): self = .notSent(description: reason)
        case .lost(let reason): self = .lost(description: reason)
        }
    }

    /// Decides by code and parameters first, then by words that have been stable for years. What is unknown counts
    /// against the message, never against the chat: a link must not die of a text that somebody reworded.
    private init(_ refusal: BotRefusal) {
        let text = refusal.description
        if let chatID = refusal.migrateTo {
            self = .migrated(to: chatID)
        } else if refusal.code == 429 {
            self = .rateLimited(retryAfterSeconds: max(1, refusal.retryAfterSeconds ?? 1))
        } else if let reason = ChatGoneReason(refusal) {
            self = .chatGone(reason: reason.rawValue, description: text)
        } else if refusal.isUnauthorized {
            self = .unauthorized(description: text)
        } else if refusal.code >= 500, refusal.mentions("sent message was immediately deleted") {
            self = .lost(description: text)
        } else if refusal.code >= 500 || refusal.code == 409 {
            self = .unavailable(description: text)
        } else {
            self = .rejected(code: refusal.code, description: text)
        }
    }

    /// An answer that is not the Bot API's says nothing of the chat: a proxy's 403 must not suspend anybody's link.
    private init(status: Int, retryAfterSeconds: Int?, description: String) {
        switch status {
        case 200..<300: self = .lost(description: description)
        case 429: self = .rateLimited(retryAfterSeconds: max(1, retryAfterSeconds ?? 1))
        case 413: self = .rejected(code: status, description: description)
        default: self = .unavailable(description: description)
        }
    }
}
