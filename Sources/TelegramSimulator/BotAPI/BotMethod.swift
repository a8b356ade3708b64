/// The methods that the simulator knows.
enum BotMethod: String, CaseIterable, Sendable {
    case getMe, getUpdates, setWebhook, deleteWebhook, getWebhookInfo
    case sendMessage, deleteMessage, answerCallbackQuery, getChat
    case setMyCommands, getMyCommands, deleteMyCommands

    private static let byName = Dictionary(uniqueKeysWithValues: Self.allCases.map { ($0.rawValue.lowercased(), $0) })

    /// The method of that name, in any case.
    init?(name: String) {
        guard let method = Self.byName[name.lowercased()] else { return nil }
        self = method
    }

    /// Whether a webhook's answer may call it.
    var isAllowedInWebhookAnswer: Bool {
        switch self {
        case .sendMessage, .deleteMessage, .answerCallbackQuery, .setMyCommands, .deleteMyCommands: true
        case .getMe, .getUpdates, .setWebhook, .deleteWebhook, .getWebhookInfo, .getChat, .getMyCommands: false
        }
    }
}
