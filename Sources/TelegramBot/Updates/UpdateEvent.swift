/// What happened, as far as linking and notifying care.
package enum UpdateEvent: Equatable, Sendable {
    /// A command to this bot. `name` is without slash and in lower case; `botName` as typed behind `@`; `argument` is
    /// what follows, as typed, without white space around it, and empty if nothing follows.
    case command(name: String, botName: String?, argument: String)
    /// Some other text.
    case text
    /// The user blocked the bot in their private chat, or the chat ended some other way.
    case blocked(status: String)
    /// The user took that back. Not sent when they start the bot for the first time.
    case unblocked
    /// The bot is out of a group or channel: `kicked`, `left` or `restricted`.
    case removed(status: String)
    /// The bot is in a group or channel, or its rights there changed.
    case added
    /// This group became that supergroup.
    case migrated(to: Int64)
    /// This supergroup was that group.
    case migratedFrom(Int64)
    /// A tap on a button. `data` is whatever the client sent.
    case callback(id: String, data: String?)
    /// Anything else: photos, edited messages, commands to other bots, what Telegram will think of next.
    case other
}
