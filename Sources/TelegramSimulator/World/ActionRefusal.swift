/// Why a user of the simulator cannot do that.
package enum ActionRefusal: Error, Equatable, Sendable {
    /// There is no such user.
    case unknownUser(Int64)
    /// There is no such group or channel.
    case unknownGroup(Int64)
    /// There is already a group or channel with this id.
    case groupExists(Int64)
    /// The id is not of the range that Telegram uses for this kind of chat.
    case invalidID(Int64)
    /// The user's account is deleted.
    case userIsDeactivated(Int64)
    /// The user has blocked the bot, and has to unblock or start it first.
    case botIsBlocked(by: Int64)
    /// The user has not blocked the bot.
    case botIsNotBlocked(by: Int64)
    /// The bot is not in that group.
    case botIsNotMember(of: Int64)
    /// The bot is in that group already.
    case botIsMember(of: Int64)
    /// The group was upgraded, or deleted.
    case groupIsGone(Int64)
    /// Only a basic group can be upgraded; only a supergroup has topics; only a channel has posts.
    case wrongGroupKind(Int64)
    /// There is no such message of the bot's in this chat.
    case unknownMessage(chat: Int64, message: Int64)
    /// That message has no such button.
    case noSuchButton
    /// The text is empty.
    case emptyText
    /// The update ids can change only while no update waits.
    case updatesArePending
    /// What is given is not what that action takes; the words say what is.
    case invalid(String)
    /// The simulator is full of that.
    case tooMany(String)
}
