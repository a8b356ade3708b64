import JSON
import TelegramSimulator

/// A message as the chat window shows it.
struct DemoMessage: Sendable, Equatable {
    let chat: DemoChat
    /// Its number; within a chat, later ones are greater.
    let id: Int64
    /// Nil: the bot's.
    let author: String?
    let text: String
    /// Milliseconds since 1970.
    let time: Int64
    /// The JSON text of the entities, if the bot's text has any.
    var entities: [UInt8]?
    /// The JSON text of the buttons, if the bot's message has any.
    var markup: [UInt8]?

    init(chat: DemoChat, id: Int64, author: String?, text: String, time: Int64) {
        self.chat = chat
        self.id = id
        self.author = author
        self.text = text
        self.time = time
    }

    /// A message that the bot sent; nil if it went to a chat that the demo does not show.
    init?(_ taken: TakenMessage) {
        guard let chat = DemoChat(id: taken.chatID) else { return nil }
        self.init(
            chat: chat, id: taken.messageID, author: nil, text: taken.text, time: taken.takenAt.milliseconds)
        if !taken.entities.isEmpty {
            self.entities = JSONWriter.array { list in taken.entities.forEach { $0.write(to: &list) } }
        }
        self.markup = taken.replyMarkup.map { Array($0.utf8) }
    }

    /// What somebody wrote, as the log tells it of an `update.received`; nil for any other record.
    init?(record: JSONValue) {
        let message = record["personal"]?["update"]?["message"]
        guard record["type"]?.string == "update.received", let message, let text = message["text"]?.string,
            let id = message["message_id"]?.int64, let chat = message["chat"]?["id"]?.int64.flatMap(DemoChat.init)
        else { return nil }
        let author = message["from"]?["first_name"]?.string ?? chat.actorName
        let seconds = message["date"]?.int64 ?? 0
        self.init(chat: chat, id: id, author: author, text: Self.shown(text), time: seconds &* 1_000)
    }

    /// Apps show the start of a bot without its parameter; the log has a hash in its place.
    private static func shown(_ text: String) -> String {
        guard let hash = text.firstRange(of: " sha256:") else { return text }
        return String(text[..<hash.lowerBound])
    }

    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("chat", self.chat.rawValue)
            $0.member("id", self.id)
            $0.member("author", self.author)
            $0.member("text", self.text)
            $0.member("time", self.time)
            $0.member("entities", raw: self.entities)
            $0.member("markup", raw: self.markup)
        }
    }
}
