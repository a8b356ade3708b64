import JSON

/// A text message to send.
package struct OutgoingMessage: Equatable, Sendable {
    /// The General topic of a forum, which Telegram refuses by its number: absence means it.
    static let generalThreadID: Int64 = 1

    /// Where to.
    package var chatID: Int64
    /// What, markup included.
    package var text: String
    /// How its markup is read; nil for none.
    package var parseMode: ParseMode?
    /// The topic within a forum.
    package var threadID: Int64?
    /// Delivers without a sound.
    package var disableNotification = false
    /// Forbids forwarding and saving.
    package var protectContent = false
    /// Shows no preview of links.
    package var disablePreview = false
    /// Buttons as JSON text: rows of inline buttons (`[[{"text":…,"url":…}]]`), or a whole `reply_markup` object.
    package var buttons: [UInt8]?

    /// A plain message.
    package init(chatID: Int64, text: String) {
        self.chatID = chatID
        self.text = text
    }

    /// The parameters of `sendMessage`. Absent ones are absent, never null.
    var body: [UInt8] {
        var writer = JSONWriter(capacity: 128 + self.text.utf8.count + (self.buttons?.count ?? 0))
        writer.beginObject()
        writer.member("chat_id", self.chatID)
        writer.member("text", self.text)
        writer.member("parse_mode", self.parseMode?.rawValue)
        writer.member("message_thread_id", self.threadID == Self.generalThreadID ? nil : self.threadID)
        writer.memberIfTrue("disable_notification", self.disableNotification)
        writer.memberIfTrue("protect_content", self.protectContent)
        if self.disablePreview {
            writer.name("link_preview_options")
            writer.raw(Array(#"{"is_disabled":true}"#.utf8))
        }
        self.writeButtons(to: &writer)
        writer.endObject()
        return writer.bytes
    }

    private func writeButtons(to writer: inout JSONWriter) {
        guard let buttons = self.buttons else { return }
        writer.name("reply_markup")
        guard buttons.first == UInt8(ascii: "[") else { return writer.raw(buttons) }
        writer.beginObject()
        writer.name("inline_keyboard")
        writer.raw(buttons)
        writer.endObject()
    }
}
