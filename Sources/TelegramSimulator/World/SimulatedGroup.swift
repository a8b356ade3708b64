import JSON

/// A chat of many: a basic group, a supergroup or a channel.
package struct SimulatedGroup: Sendable, Equatable {
    /// The kinds, as `Chat.type` names them.
    package enum Kind: String, Sendable, CaseIterable {
        case group, supergroup, channel

        /// The ids that chats of this kind can have.
        var ids: ClosedRange<Int64> {
            switch self {
            case .group: -999_999_999_999 ... -1
            case .supergroup, .channel: -1_997_852_516_351 ... -1_000_000_000_001
            }
        }

        /// As the texts of errors name the kind.
        var words: String {
            switch self {
            case .group: "group chat"
            case .supergroup: "supergroup chat"
            case .channel: "channel chat"
            }
        }
    }

    /// What the bot is in it.
    package enum BotState: Sendable, Equatable {
        /// Never added, or gone by itself. Moves to `member` or `administrator`.
        case left
        /// In it. Moves to any other.
        case member
        /// In it, with rights. Moves to any other.
        case administrator
        /// Removed by somebody. Moves to `member` or `administrator`.
        case kicked
        /// The group became a supergroup of that id. Final.
        case upgraded(to: Int64)
        /// The group was deleted. Final.
        case deleted

        /// The name of the state, for the control API.
        package var name: String {
            switch self {
            case .left: "left"
            case .member: "member"
            case .administrator: "administrator"
            case .kicked: "kicked"
            case .upgraded: "upgraded"
            case .deleted: "deleted"
            }
        }

        /// Whether the bot is in the group.
        package var isInside: Bool { self == .member || self == .administrator }
    }

    /// The chat's id.
    package let id: Int64
    /// Which kind it is.
    package let kind: Kind
    /// What it is called.
    package var title: String
    /// Without `@`; only supergroups and channels have one.
    package var username: String?
    /// What the bot is in it.
    package var botState = BotState.left
    /// Whether the bot may send text there.
    package var canSend = true
    /// The forum's topics, by the message id that began them; a supergroup that has any is a forum.
    package var topics: Set<Int64> = []
    /// The last message's id. Only supergroups and channels count for themselves.
    var lastMessageID: Int64 = 0
    /// Whether the last message in it is the bot's, so that bare commands are meant for it.
    var botSpokeLast = false

    /// Writes a `Chat`.
    func writeChat(to writer: inout JSONWriter) {
        writer.object {
            $0.member("id", self.id)
            $0.member("title", self.title)
            $0.member("username", self.username)
            if !self.topics.isEmpty { $0.member("is_forum", true) }
            $0.member("type", self.kind.rawValue)
            if self.kind == .group { $0.member("all_members_are_administrators", true) }
        }
    }
}
