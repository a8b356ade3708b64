import TelegramSimulator

/// The chats of the demo. Each is also a user of the application: `ann`, `ben` and `team`.
enum DemoChat: String, CaseIterable, Sendable {
    /// Ann's private chat with the bot.
    case ann
    /// Ben's private chat with the bot.
    case ben
    /// A group in which Ann acts.
    case team

    /// The chat's id in the simulated Telegram.
    var id: Int64 {
        switch self {
        case .ann: 7_001
        case .ben: 7_002
        case .team: -7_003
        }
    }

    /// Who acts in it.
    var actor: Int64 {
        switch self {
        case .ann, .team: DemoChat.ann.id
        case .ben: self.id
        }
    }

    /// What it is called.
    var title: String {
        switch self {
        case .ann: "Ann"
        case .ben: "Ben"
        case .team: "Team"
        }
    }

    /// The name beside what is written in it.
    var actorName: String {
        switch self {
        case .ann, .team: "Ann"
        case .ben: "Ben"
        }
    }

    var isGroup: Bool {
        switch self {
        case .ann, .ben: false
        case .team: true
        }
    }

    init?(id: Int64) {
        guard let chat = Self.allCases.first(where: { $0.id == id }) else { return nil }
        self = chat
    }

    /// What stands between the bot and a chat.
    enum State: String, Sendable {
        /// The bot was never started in it, or added to it. Moves to `open` or `blocked`.
        case new
        /// They talk. Moves to `blocked`.
        case open
        /// The user blocked the bot, or removed it from the group. Moves to `open`.
        case blocked
    }
}
