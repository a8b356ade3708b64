import JSON

extension World {
    /// The chat that `chat_id` names and that the bot can read.
    func reachableChat(_ parameters: Parameters) throws(APIError) -> Int64 {
        let id = try self.chatID(parameters)
        if id == self.bot.id { throw .forbidden("the bot can't send messages to the bot") }
        if let user = self.users[id] {
            guard user.state != .neverSeen else { throw .badRequest("chat not found") }
            return id
        }
        guard let group = self.groups[id] else { throw .badRequest("chat not found") }
        switch group.botState {
        case .member, .administrator: return id
        case .left: throw .forbidden("bot is not a member of the \(group.kind.words)")
        case .kicked: throw .forbidden("bot was kicked from the \(group.kind.words)")
        case .deleted: throw .forbidden("the group chat was deleted")
        case .upgraded(let new):
            throw APIError(
                400, "Bad Request: group chat was upgraded to a supergroup chat", migrateToChatID: new)
        }
    }

    /// The id that `chat_id` names: a number, or the name of a supergroup or channel.
    private func chatID(_ parameters: Parameters) throws(APIError) -> Int64 {
        let text = try parameters.text("chat_id")
        guard !text.isEmpty else { throw .badRequest("chat_id is empty") }
        guard text.hasPrefix("@") else { return parameters.int("chat_id") }
        let name = text.dropFirst().lowercased()
        guard let group = self.groups.values.first(where: { $0.username?.lowercased() == name }) else {
            throw .badRequest("chat not found")
        }
        return group.id
    }

    func getChat(_ parameters: Parameters) throws(APIError) -> MethodResult {
        let id = try self.reachableChat(parameters)
        return MethodResult(
            JSONWriter.object {
                $0.member("id", id)
                if let user = self.users[id] {
                    $0.member("first_name", user.profile.firstName)
                    $0.member("last_name", user.profile.lastName)
                    $0.member("username", user.profile.username)
                    $0.member("type", "private")
                } else if let group = self.groups[id] {
                    $0.member("title", group.title)
                    $0.member("username", group.username)
                    $0.member("type", group.kind.rawValue)
                    if !group.topics.isEmpty { $0.member("is_forum", true) }
                }
                $0.member("accepted_gift_types", object: { $0.member("unlimited_gifts", false) })
                $0.member("max_reaction_count", 11)
                $0.member("accent_color_id", 0)
            })
    }

    mutating func deleteMessage(_ parameters: Parameters) throws(APIError) -> MethodResult {
        let chat = try self.reachableChat(parameters)
        guard var message = self.messages.message(chat: chat, id: parameters.int("message_id")), !message.isDeleted
        else { throw .badRequest("message to delete not found") }
        message.isDeleted = true
        self.messages[message.sequence] = message
        return .done
    }

    mutating func answerCallbackQuery(_ parameters: Parameters) throws(APIError) -> MethodResult {
        let text = try parameters.text("text")
        guard self.answerCallback(try parameters.text("callback_query_id"), text: text) else {
            throw .badRequest("query is too old and response timeout expired or query ID is invalid")
        }
        return .done
    }
}
