package import JSON

/// A bot as `getMe` describes it.
package struct BotIdentity: Equatable, Sendable {
    /// The bot's user id.
    package let id: Int64
    /// Its username without `@`.
    package let username: String
    /// Its name in chats.
    package let firstName: String
    /// Whether it can be added to groups at all.
    package let canJoinGroups: Bool
    /// Whether privacy mode is off.
    package let canReadAllGroupMessages: Bool

    /// Reads the result of `getMe`; nil without an id and a username, which every bot has.
    package init?(_ value: JSONValue) {
        guard let id = value["id"]?.int64, let username = value["username"]?.string else { return nil }
        self.id = id
        self.username = username
        self.firstName = value["first_name"]?.string ?? ""
        self.canJoinGroups = value["can_join_groups"]?.bool ?? false
        self.canReadAllGroupMessages = value["can_read_all_group_messages"]?.bool ?? false
    }
}
