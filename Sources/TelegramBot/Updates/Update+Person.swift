package import JSON

extension Update {
    /// A user as an update describes it.
    package struct Person: Equatable, Sendable {
        /// The user's id, the same for every bot.
        package let id: Int64
        /// Whether it is a bot.
        package let isBot: Bool
        /// The first name.
        package let firstName: String
        /// The last name.
        package let lastName: String?
        /// The username without `@`.
        package let username: String?
        /// The IETF language tag of the user's client.
        package let languageCode: String?

        /// Reads a user; nil without an id.
        package init?(_ value: JSONValue) {
            guard let id = value["id"]?.int64 else { return nil }
            self.id = id
            self.isBot = value["is_bot"]?.bool ?? false
            self.firstName = value["first_name"]?.string ?? ""
            self.lastName = value["last_name"]?.string
            self.username = value["username"]?.string
            self.languageCode = value["language_code"]?.string
        }
    }
}
