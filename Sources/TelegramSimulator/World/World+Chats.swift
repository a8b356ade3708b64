import JSON

/// Users, groups and their messages.
extension World {
    /// Somebody with that id, whom Telegram knows from now on; `profile`, if given, is what it shows.
    @discardableResult
    mutating func meet(user id: Int64, profile: Profile? = nil) throws(ActionRefusal) -> SimulatedUser {
        guard SimulatedUser.ids.contains(id) else { throw .invalidID(id) }
        if self.users[id] == nil, self.users.count >= SimulatorLimits.chatsMax { throw .tooMany("users") }
        var user = self.users[id] ?? SimulatedUser(id: id, profile: Profile(firstName: "User \(id)"))
        if let profile { user.profile = profile }
        self.users[id] = user
        return user
    }

    /// Somebody with that id who can still do something.
    mutating func actor(_ id: Int64, profile: Profile? = nil) throws(ActionRefusal) -> SimulatedUser {
        let user = try self.meet(user: id, profile: profile)
        guard user.state != .deactivated else { throw .userIsDeactivated(id) }
        return user
    }

    func group(_ id: Int64) throws(ActionRefusal) -> SimulatedGroup {
        guard let group = self.groups[id] else { throw .unknownGroup(id) }
        return group
    }

    /// A group that somebody can still do something in.
    func livingGroup(_ id: Int64) throws(ActionRefusal) -> SimulatedGroup {
        let group = try self.group(id)
        switch group.botState {
        case .upgraded, .deleted: throw .groupIsGone(id)
        case .left, .member, .administrator, .kicked: return group
        }
    }

    /// A group that the bot is in.
    func sharedGroup(_ id: Int64) throws(ActionRefusal) -> SimulatedGroup {
        let group = try self.livingGroup(id)
        guard group.botState.isInside else { throw .botIsNotMember(of: id) }
        return group
    }

    /// The number of the next message in a chat.
    mutating func nextMessageID(in chat: Int64) -> Int64 {
        guard let group = self.groups[chat], group.kind != .group else {
            self.lastAccountMessageID += 1
            return self.lastAccountMessageID
        }
        self.groups[chat]?.lastMessageID = group.lastMessageID + 1
        return group.lastMessageID + 1
    }

    /// Whether a chat may have a message of that number.
    func hasMessage(_ id: Int64, in chat: Int64) -> Bool {
        guard id > 0 else { return false }
        if let message = self.messages.message(chat: chat, id: id) { return !message.isDeleted }
        guard let group = self.groups[chat], group.kind != .group else { return id <= self.lastAccountMessageID }
        return id <= group.lastMessageID
    }

    /// Writes the `Chat` of that id.
    func writeChat(_ id: Int64, to writer: inout JSONWriter) {
        if let group = self.groups[id] {
            group.writeChat(to: &writer)
        } else if let user = self.users[id] {
            user.writeChat(to: &writer)
        } else {
            writer.object { $0.member("id", id) }
        }
    }

    /// The JSON of a `Message` that a person wrote, or a channel.
    func message(_ place: MessagePlace, _ content: (inout JSONWriter) -> Void) -> [UInt8] {
        JSONWriter.object(capacity: 512) {
            $0.member("message_id", place.messageID)
            if let sender = place.sender {
                $0.name("from")
                sender.write(to: &$0)
            } else {
                $0.name("sender_chat")
                self.writeChat(place.chatID, to: &$0)
            }
            $0.name("chat")
            self.writeChat(place.chatID, to: &$0)
            $0.member("date", place.date.seconds)
            if let edited = place.editedAt { $0.member("edit_date", edited.seconds) }
            if let thread = place.threadID {
                $0.member("message_thread_id", thread)
                $0.member("is_topic_message", true)
            }
            content(&$0)
        }
    }

    /// The JSON of a `Message` that is a text.
    func message(_ place: MessagePlace, text: FormattedText) -> [UInt8] {
        self.message(place) { text.write(to: &$0) }
    }
}
