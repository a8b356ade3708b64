/// What can be open in a MarkdownV2 text.
enum MarkdownV2Entity {
    case bold, italic, underline, strikethrough, spoiler, code, pre, link, emoji, blockquote

    /// What begins at `index`; nil if nothing does.
    init?(_ input: MarkupInput, at index: Int) {
        switch input[index] {
        case UInt8(ascii: "_"): self = input.has("__", at: index) ? .underline : .italic
        case UInt8(ascii: "*"): self = .bold
        case UInt8(ascii: "~"): self = .strikethrough
        case UInt8(ascii: "["): self = .link
        case UInt8(ascii: "`"): self = input.has("```", at: index) ? .pre : .code
        case UInt8(ascii: "|") where input.has("||", at: index): self = .spoiler
        case UInt8(ascii: "!") where input.has("![", at: index): self = .emoji
        default: return nil
        }
    }

    /// How many bytes its mark has.
    var markLength: Int {
        switch self {
        case .bold, .italic, .strikethrough, .code, .link, .blockquote: 1
        case .underline, .spoiler, .emoji: 2
        case .pre: 3
        }
    }

    /// Whether nothing but a backquote means anything inside.
    var isCode: Bool {
        switch self {
        case .code, .pre: true
        case .bold, .italic, .underline, .strikethrough, .spoiler, .link, .emoji, .blockquote: false
        }
    }

    /// Whether it ends at `index`.
    func ends(_ input: MarkupInput, at index: Int) -> Bool {
        switch self {
        case .bold: input[index] == UInt8(ascii: "*")
        case .italic: input[index] == UInt8(ascii: "_") && !input.has("__", at: index)
        case .underline: input.has("__", at: index)
        case .strikethrough: input[index] == UInt8(ascii: "~")
        case .spoiler: input.has("||", at: index)
        case .code: input[index] == UInt8(ascii: "`")
        case .pre: input.has("```", at: index)
        case .link, .emoji: input[index] == UInt8(ascii: "]")
        case .blockquote: false
        }
    }

    /// Telegram's name for it, where it begins at `begin`.
    func name(_ input: MarkupInput, at begin: Int) -> String {
        switch self {
        case .bold: "Bold"
        case .italic: "Italic"
        case .underline: "Underline"
        case .strikethrough: "Strikethrough"
        case .spoiler: "Spoiler"
        case .code: "Code"
        case .pre: Self.hasLanguage(input, begin) ? "PreCode" : "Pre"
        case .link: "TextUrl"
        case .emoji: "CustomEmoji"
        case .blockquote: "BlockQuote"
        }
    }

    private static func hasLanguage(_ input: MarkupInput, _ begin: Int) -> Bool {
        var end = begin + 3
        while !input[end].isMarkupSpace, input[end] != UInt8(ascii: "`") { end += 1 }
        return end > begin + 3 && end < input.count && input[end] != UInt8(ascii: "`")
    }
}
