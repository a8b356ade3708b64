package import JSON

/// What an update says, as far as linking and notifying care.
///
/// Reading is total: any JSON value is an update, if need be one without id, of kind `unknown`, in which nothing
/// happened.
package struct Update: Equatable, Sendable {
    /// The kind of an update that names none.
    package static let unknownKind = "unknown"
    /// Longer names are no kinds of Telegram's.
    private static let kindBytesMax = 64

    /// Telegram's number for it. Unique for a while only: numbers may start anew, and lower, after an idle week.
    package let id: Int64?
    /// The name of its payload: `message`, `my_chat_member` …, ``unknownKind`` if there is none.
    package let kind: String
    /// Where it happened.
    package let chat: Chat?
    /// Who did it. Absent in channels.
    package let from: Person?
    /// The topic of a forum that it happened in; nil in the General topic.
    package let threadID: Int64?
    /// What happened.
    package let event: UpdateEvent

    /// Reads an update to the bot of that name (without `@`).
    package init(_ root: JSONValue, botUsername: String) {
        self.id = root["update_id"]?.int64
        guard let (kind, payload) = Self.payload(of: root) else {
            self.kind = Self.unknownKind
            self.chat = nil
            self.from = nil
            self.threadID = nil
            self.event = .other
            return
        }
        let message = kind == "callback_query" ? payload["message"] : payload
        self.kind = kind
        self.chat = message?["chat"].flatMap(Chat.init)
        self.from = payload["from"].flatMap(Person.init)
        self.threadID = message.flatMap(Self.threadID)
        self.event = UpdateEvent(kind: kind, payload: payload, botUsername: botUsername)
    }

    /// The first member that looks like a kind of update: Telegram sends exactly one besides `update_id`.
    private static func payload(of root: JSONValue) -> (kind: String, payload: JSONValue)? {
        for (name, value) in root.members where value.kind == .object && Self.isKind(name) {
            return (name, value)
        }
        return nil
    }

    /// Whether a name may stand in the log as a kind. What a member is called is not personal, as long as it is a name.
    private static func isKind(_ name: String) -> Bool {
        let utf8 = name.utf8
        return (1...Self.kindBytesMax).contains(utf8.count)
            && utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
    }

    /// A thread without `is_topic_message` is a mere chain of replies, to which nothing can be sent.
    private static func threadID(of message: JSONValue) -> Int64? {
        guard message["is_topic_message"]?.bool == true else { return nil }
        return message["message_thread_id"]?.int64.flatMap { $0 == OutgoingMessage.generalThreadID ? nil : $0 }
    }
}
