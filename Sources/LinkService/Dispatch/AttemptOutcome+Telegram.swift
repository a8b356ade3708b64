import Linking
import TelegramBot

extension AttemptOutcome {
    /// What an answer of Telegram's means for the message.
    init(_ outcome: SendOutcome) {
        switch outcome {
        case .sent(let messageID): self = .sent(messageID: messageID)
        case .rateLimited(let seconds): self = .rateLimited(seconds: seconds)
        case .migrated(let chatID): self = .migrated(to: ChatID(chatID))
        case .chatGone(let reason, let description): self = .chatGone(reason: reason, description: description)
        case .rejected(_, let description): self = .rejected(description: description)
        case .unavailable(let description): self = .unavailable(reason: "unavailable", description: description)
        case .notSent(let description): self = .unavailable(reason: "notSent", description: description)
        case .lost(let description): self = .lost(description: description)
        // The message is fine: it waits until the operator has seen to the token.
        case .unauthorized(let description): self = .unavailable(reason: "unauthorized", description: description)
        }
    }

    /// What to tell the operator, if there is anything to tell.
    var trouble: String? {
        switch self {
        case .sent, .migrated: nil
        case .rateLimited(let seconds): "too many requests: retry after \(seconds) s"
        case .chatGone(_, let description), .rejected(let description), .unavailable(_, let description),
            .lost(let description):
            description
        }
    }
}

extension OutgoingMessage {
    /// `message`, addressed.
    init(_ message: Message, chatID: ChatID, threadID: Int64?) {
        self.init(chatID: chatID.value, text: message.text)
        self.parseMode = message.parseMode.flatMap { ParseMode(name: $0) }
        self.threadID = threadID
        self.disableNotification = message.disableNotification
        self.protectContent = message.protectContent
        self.disablePreview = message.disablePreview
        self.buttons = message.buttons?.bytes
    }
}
