import Foundation

/// An update as Telegram sends it: field order, line break and escapes as its server writes them.
enum RealUpdate: String, CaseIterable {
    case privateStart = "private_start"
    case groupStart = "group_start"
    case basicGroupStart = "basic_group_start"
    case callback
    case migratedTo = "migrated_to"
    case migratedFrom = "migrated_from"
    case channelPost = "channel_post"
    case photo
    case editedMessage = "edited_message"
    case block

    /// Who starts the bot in these updates, with the payload that the token takes the place of.
    static let starts = [
        (user: "ann", chat: "private", payload: "Zm9v_-Q"), (user: "ops", chat: "group", payload: "spaceship"),
        (user: "crew", chat: "group", payload: "galley"),
    ]

    /// The number of the first; the others follow it.
    static let firstID: Int64 = 349_871_203

    /// The name of the member that says what happened.
    var kind: String {
        switch self {
        case .privateStart, .groupStart, .basicGroupStart, .migratedTo, .migratedFrom, .photo: "message"
        case .callback: "callback_query"
        case .channelPost: "channel_post"
        case .editedMessage: "edited_message"
        case .block: "my_chat_member"
        }
    }

    /// The body, with each documented payload replaced by the token of its user.
    func body(_ tokens: [String: String]) throws -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.appendingPathComponent("Fixtures/\(self.rawValue).json")
        let text = try String(contentsOf: file, encoding: .utf8)
        return Self.starts.reduce(text) { text, start in
            text.replacingOccurrences(of: " \(start.payload)\"", with: " \(tokens[start.user] ?? start.payload)\"")
        }
    }
}
