import JSON

/// A person with a Telegram account.
package struct SimulatedUser: Sendable, Equatable {
    /// What stands between the user and the bot.
    package enum State: String, Sendable, CaseIterable {
        /// The bot never heard of the user. Moves to any other.
        case neverSeen
        /// The bot met the user in a group, but the user never pressed Start. Moves to `started` or `deactivated`.
        case seenInGroup
        /// The user talks with the bot. Moves to `blocked` or `deactivated`.
        case started
        /// The user blocked the bot. Moves to `started` or `deactivated`.
        case blocked
        /// The account is deleted. Final.
        case deactivated
    }

    /// The ids that users can have.
    static let ids: ClosedRange<Int64> = 1...((1 << 40) - 1)

    /// The user's id, which is the id of the private chat too.
    package let id: Int64
    /// What Telegram shows.
    package var profile: Profile
    /// What stands between the user and the bot.
    package var state = State.neverSeen

    /// Writes a `User`.
    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("id", self.id)
            $0.member("is_bot", false)
            self.writeNames(to: &$0)
            $0.member("language_code", self.profile.languageCode)
        }
    }

    /// Writes the `Chat` that is the private chat with this user.
    func writeChat(to writer: inout JSONWriter) {
        writer.object {
            $0.member("id", self.id)
            self.writeNames(to: &$0)
            $0.member("type", "private")
        }
    }

    private func writeNames(to writer: inout JSONWriter) {
        writer.member("first_name", self.profile.firstName)
        writer.member("last_name", self.profile.lastName)
        writer.member("username", self.profile.username)
    }
}
