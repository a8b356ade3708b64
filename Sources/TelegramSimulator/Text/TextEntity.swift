package import JSON

/// A part of a text that means or looks something.
package struct TextEntity: Sendable, Equatable {
    /// The kinds that the simulator knows, as `MessageEntity.type` names them.
    package enum Kind: String, Sendable, CaseIterable {
        case mention, hashtag, url, email, bold, italic, underline, strikethrough, spoiler, blockquote, code, pre
        case botCommand = "bot_command"
        case expandableBlockquote = "expandable_blockquote"
        case textLink = "text_link"
        case textMention = "text_mention"
        case customEmoji = "custom_emoji"

        /// Whether Telegram finds it by itself, and ignores it when a bot sends it.
        var isAutomatic: Bool {
            switch self {
            case .mention, .hashtag, .url, .email, .botCommand: true
            case .bold, .italic, .underline, .strikethrough, .spoiler, .blockquote, .code, .pre, .expandableBlockquote,
                .textLink, .textMention, .customEmoji:
                false
            }
        }

        /// Whether nothing is looked for inside it.
        var isOpaque: Bool { self == .code || self == .pre || self == .textLink || self == .textMention }
    }

    /// What it is.
    package var kind: Kind
    /// Where it begins, in UTF-16 code units.
    package var offset: Int
    /// How long it is, in UTF-16 code units.
    package var length: Int
    /// Of a `text_link` the address, of a `pre` the language, of a custom emoji its id, of a mention the user's id.
    package var argument: String?

    /// An entity of that place.
    package init(_ kind: Kind, offset: Int, length: Int, argument: String? = nil) {
        self.kind = kind
        self.offset = offset
        self.length = length
        self.argument = argument
    }

    var end: Int { self.offset + self.length }

    /// Writes a `MessageEntity`.
    package func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("offset", self.offset)
            $0.member("length", self.length)
            $0.member("type", self.kind.rawValue)
            guard let argument = self.argument else { return }
            switch self.kind {
            case .textLink: $0.member("url", argument)
            case .pre: $0.member("language", argument)
            case .customEmoji: $0.member("custom_emoji_id", argument)
            case .textMention:
                $0.member("user", object: { $0.member("id", Int64(argument) ?? 0) })
            case .mention, .hashtag, .url, .email, .bold, .italic, .underline, .strikethrough, .spoiler, .blockquote,
                .code, .botCommand, .expandableBlockquote:
                break
            }
        }
    }
}
