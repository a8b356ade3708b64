package import JSON

extension Update {
    /// A chat as an update describes it.
    package struct Chat: Equatable, Sendable {
        /// The chat's id; in private chats the user's.
        package let id: Int64
        /// `private`, `group`, `supergroup` or `channel`; empty if the update does not say.
        package let type: String
        /// The title of a group or channel.
        package let title: String?
        /// The username without `@`.
        package let username: String?
        /// The user's first name, in private chats.
        package let firstName: String?
        /// The user's last name, in private chats.
        package let lastName: String?

        /// Whether it is the chat of one user with the bot.
        package var isPrivate: Bool { self.type == "private" }

        /// Reads a chat; nil without an id.
        package init?(_ value: JSONValue) {
            guard let id = value["id"]?.int64 else { return nil }
            self.id = id
            self.type = value["type"]?.string ?? ""
            self.title = value["title"]?.string
            self.username = value["username"]?.string
            self.firstName = value["first_name"]?.string
            self.lastName = value["last_name"]?.string
        }
    }
}
