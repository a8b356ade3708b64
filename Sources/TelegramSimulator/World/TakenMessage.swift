package import JSON

/// A message that the bot sent and the simulator took.
package struct TakenMessage: Sendable, Equatable {
    /// What became of the answer that says so.
    package enum Answer: String, Sendable, CaseIterable {
        /// On its way. Moves to any other.
        case pending
        /// Handed to a connection that was open.
        case answered
        /// Withheld: a fault reset the connection.
        case reset
        /// The client had gone away by then.
        case lost
    }

    /// 1 for the first message of all, then one more each.
    package let sequence: UInt64
    /// Where it stands.
    package let chatID: Int64
    /// Its number in the chat.
    package let messageID: Int64
    /// The forum topic.
    package let threadID: Int64?
    /// When it was taken.
    package let takenAt: UnixTime
    /// The text without markup, as users see it.
    package let text: String
    /// What the parts of the text are.
    package let entities: [TextEntity]
    /// The JSON text of `reply_markup` as the bot sent it.
    package let replyMarkup: String?
    /// Whether it came without a sound.
    package let isSilent: Bool
    /// Whether it cannot be forwarded.
    package let isProtected: Bool
    /// What became of the answer.
    package var answer = Answer.pending
    /// Whether the bot deleted it.
    package var isDeleted = false
    /// The `Message` object.
    let json: [UInt8]

    /// Writes what the control API tells.
    package func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("sequence", self.sequence)
            $0.member("chatId", self.chatID)
            $0.member("messageId", self.messageID)
            $0.member("threadId", self.threadID)
            $0.member("takenAt", self.takenAt.milliseconds)
            $0.member("text", self.text)
            $0.member("entities", array: { for entity in self.entities { entity.write(to: &$0) } })
            $0.member("replyMarkup", raw: self.replyMarkup?.utf8)
            $0.member("silent", self.isSilent)
            $0.member("protected", self.isProtected)
            $0.member("answer", self.answer.rawValue)
            if self.isDeleted { $0.member("deleted", true) }
        }
    }
}
