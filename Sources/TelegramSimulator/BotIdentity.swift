import JSON

/// Who the simulated bot is.
package struct BotIdentity: Sendable, Equatable {
    /// The bot's user id, by custom the first part of its token.
    package var id: Int64
    /// Without `@`.
    package var username: String
    /// The name that users see.
    package var firstName: String

    /// A bot of that name.
    package init(id: Int64 = 123_456, username: String = "simulator_bot", firstName: String = "Simulator") {
        self.id = id
        self.username = username
        self.firstName = firstName
    }

    /// Writes the bot as the `User` that stands in messages.
    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("id", self.id)
            $0.member("is_bot", true)
            $0.member("first_name", self.firstName)
            $0.member("username", self.username)
        }
    }
}
