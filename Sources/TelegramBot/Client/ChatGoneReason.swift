/// Why a chat takes no messages from the bot any more.
package enum ChatGoneReason: String, Equatable, Sendable, CaseIterable {
    /// The user blocked the bot.
    case blocked
    /// The user's account is deleted.
    case deactivated
    /// The bot was thrown out of a group or channel.
    case kicked
    /// No such chat for this bot: never started, or another bot's.
    case chatNotFound
    /// The bot left the group or channel.
    case notMember
    /// The group is deleted.
    case groupDeleted
    /// The user is known to the bot and never pressed START.
    case cantInitiate
    /// The other side is a bot.
    case isBot

    /// The reason that a refusal gives; nil if it gives none of these.
    init?(_ refusal: BotRefusal) {
        let known: [(words: String, reason: Self)]
        switch refusal.code {
        case 403: known = Self.forbidden
        case 400: known = Self.badRequest
        default: return nil
        }
        guard let match = known.first(where: { refusal.mentions($0.words) }) else { return nil }
        self = match.reason
    }

    private static let forbidden: [(words: String, reason: Self)] = [
        ("blocked by the user", .blocked),
        ("user is deactivated", .deactivated),
        ("bot was kicked", .kicked),
        ("bot is not a member", .notMember),
        ("group chat was deleted", .groupDeleted),
        ("can't initiate conversation", .cantInitiate),
        ("can't send messages to the bot", .isBot),
        ("can't send messages to bots", .isBot),
    ]

    /// With the colon, because "private chat not found" is a mistake of ours.
    private static let badRequest: [(words: String, reason: Self)] = [(": chat not found", .chatNotFound)]
}
