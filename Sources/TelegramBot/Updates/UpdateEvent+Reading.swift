import JSON

extension UpdateEvent {
    /// Reads the payload of an update of that kind.
    init(kind: String, payload: JSONValue, botUsername: String) {
        switch kind {
        case "message", "channel_post": self = Self.message(payload, botUsername: botUsername)
        case "my_chat_member": self = Self.membership(payload)
        case "callback_query": self = Self.callback(payload)
        default: self = .other  // Telegram's kinds are not ours to enumerate.
        }
    }

    private static func message(_ message: JSONValue, botUsername: String) -> Self {
        if let text = message["text"], text.kind == .string {
            guard let length = Self.leadingCommandLength(message["entities"]) else { return .text }
            return text.string.flatMap { CommandText($0, utf16Length: length) }?.event(for: botUsername) ?? .text
        }
        if let chatID = message["migrate_to_chat_id"]?.int64 { return .migrated(to: chatID) }
        if let chatID = message["migrate_from_chat_id"]?.int64 { return .migratedFrom(chatID) }
        return .other
    }

    /// The length in UTF-16 units of the command that the text begins with.
    private static func leadingCommandLength(_ entities: JSONValue?) -> Int? {
        guard let entities else { return nil }
        for entity in entities.elements
        where entity["offset"]?.int64 == 0 && entity["type"]?.stringEquals("bot_command") == true {
            return entity["length"]?.int64.flatMap(Int.init(exactly:))
        }
        return nil
    }

    private static func membership(_ change: JSONValue) -> Self {
        guard let isPrivate = change["chat"]?["type"]?.stringEquals("private"),
            let member = change["new_chat_member"], let status = member["status"]?.string
        else { return .other }
        switch status {
        case "creator", "administrator", "member":
            return isPrivate ? .unblocked : .added
        case "restricted":
            return member["is_member"]?.bool == true ? .added : .removed(status: status)
        case "left", "kicked":
            return isPrivate ? .blocked(status: status) : .removed(status: status)
        default:
            return .other  // A status of the future says nothing that we could act on.
        }
    }

    private static func callback(_ query: JSONValue) -> Self {
        guard let id = query["id"]?.string else { return .other }
        return .callback(id: id, data: query["data"]?.string)
    }
}
