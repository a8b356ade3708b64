import JSON

/// A request to the control API that is refused.
struct ControlError: Error, Equatable {
    let status: Int
    let code: String
    let message: String

    init(_ status: Int, _ code: String, _ message: String) {
        self.status = status
        self.code = code
        self.message = message
    }

    static let notFound = ControlError(404, "notFound", "There is nothing at this path for this method.")

    static func invalid(_ message: String) -> ControlError { ControlError(400, "invalid", message) }

    init(_ refusal: ActionRefusal) {
        switch refusal {
        case .unknownUser(let id): self.init(404, "unknownUser", "There is no user \(id).")
        case .unknownGroup(let id): self.init(404, "unknownGroup", "There is no group \(id).")
        case .groupExists(let id): self.init(409, "groupExists", "There is already a group \(id).")
        case .invalidID(let id): self.init(400, "invalidId", "\(id) is no id of this kind.")
        case .userIsDeactivated(let id): self.init(409, "userIsDeactivated", "The account of \(id) is deleted.")
        case .botIsBlocked(let id): self.init(409, "botIsBlocked", "\(id) has blocked the bot.")
        case .botIsNotBlocked(let id): self.init(409, "botIsNotBlocked", "\(id) has not blocked the bot.")
        case .botIsNotMember(let id): self.init(409, "botIsNotMember", "The bot is not in \(id).")
        case .botIsMember(let id): self.init(409, "botIsMember", "The bot is in \(id) already.")
        case .groupIsGone(let id): self.init(409, "groupIsGone", "The group \(id) was upgraded or deleted.")
        case .wrongGroupKind(let id): self.init(409, "wrongGroupKind", "\(id) is not of a kind that can do that.")
        case .unknownMessage(let chat, let message):
            self.init(404, "unknownMessage", "There is no such message \(message) in \(chat).")
        case .noSuchButton: self.init(404, "noSuchButton", "The message has no such button.")
        case .emptyText: self.init(400, "emptyText", "The text is empty.")
        case .updatesArePending: self.init(409, "updatesArePending", "Updates are waiting.")
        case .invalid(let reason): self.init(400, "invalid", reason)
        case .tooMany(let what): self.init(409, "tooMany", "The simulator holds no more \(what).")
        }
    }

    var json: [UInt8] {
        JSONWriter.object {
            $0.member("error", self.code)
            $0.member("message", self.message)
        }
    }
}
