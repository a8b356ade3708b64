import JSON

/// What the bot is in a chat, as `ChatMember.status` names it.
enum Membership: String, Sendable {
    case member, administrator, left, kicked

    /// Writes the bot's `ChatMember`.
    func write(_ bot: BotIdentity, to writer: inout JSONWriter) {
        writer.object {
            $0.name("user")
            bot.write(to: &$0)
            $0.member("status", self.rawValue)
            switch self {
            case .member, .left: break
            case .kicked: $0.member("until_date", 0)
            case .administrator: Self.writeRights(to: &$0)
            }
        }
    }

    private static func writeRights(to writer: inout JSONWriter) {
        writer.member("can_be_edited", false)
        writer.member("can_manage_chat", true)
        writer.member("can_change_info", true)
        writer.member("can_delete_messages", true)
        writer.member("can_invite_users", true)
        writer.member("can_restrict_members", true)
        writer.member("can_pin_messages", true)
        writer.member("can_post_messages", true)
        writer.member("can_promote_members", false)
        writer.member("can_manage_video_chats", true)
        writer.member("is_anonymous", false)
    }
}

extension World {
    /// Tells the bot that it became something else in a chat.
    mutating func memberUpdate(
        chat: Int64, by user: SimulatedUser, old: Membership, new: Membership
    ) -> Int64? {
        let payload = JSONWriter.object(capacity: 512) {
            $0.name("chat")
            self.writeChat(chat, to: &$0)
            $0.name("from")
            user.write(to: &$0)
            $0.member("date", self.now.seconds)
            $0.name("old_chat_member")
            old.write(self.bot, to: &$0)
            $0.name("new_chat_member")
            new.write(self.bot, to: &$0)
        }
        return self.enqueue(.myChatMember, of: chat, payload)
    }
}
