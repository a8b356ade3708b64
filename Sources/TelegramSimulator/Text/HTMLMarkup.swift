/// Reads the HTML of `parse_mode=HTML` as Telegram does.
struct HTMLMarkup {
    private struct OpenTag {
        let name: String
        let argument: String
        let offset: Int
        let start: Int
    }

    private static let tags: Set<String> = [
        "a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "tg-time", "span",
        "pre", "code", "blockquote",
    ]

    private var cursor: ByteCursor
    private var output = TextBuilder()
    private var open: [OpenTag] = []
    private var entities: [TextEntity] = []

    private init(_ source: String) { self.cursor = ByteCursor(source) }

    static func parse(_ source: String) throws(MarkupError) -> FormattedText {
        var parser = HTMLMarkup(source)
        while let byte = parser.cursor.current {
            switch byte {
            case UInt8(ascii: "&"): parser.readReference()
            case UInt8(ascii: "<"):
                if parser.cursor.byte(ahead: 1) == UInt8(ascii: "/") {
                    try parser.readEndTag()
                } else {
                    try parser.readStartTag()
                }
            default:
                parser.output.append(byte)
                parser.cursor.advance()
            }
        }
        if let tag = parser.open.last {
            throw MarkupError("Can't find end tag corresponding to start tag \"\(tag.name)\"")
        }
        return FormattedText(parser.output.text(from: 0), entities: parser.entities.inReadingOrder)
    }

    private mutating func readReference() {
        if let scalar = self.cursor.takeHTMLReference() {
            self.output.append(scalar)
        } else {
            self.output.append(UInt8(ascii: "&"))
            self.cursor.advance()
        }
    }

    private mutating func readStartTag() throws(MarkupError) {
        let begin = self.cursor.offset
        self.cursor.advance()
        let name = self.cursor.take { !$0.isSpace && $0 != UInt8(ascii: ">") }.lowercased()
        guard self.cursor.current != nil else { throw MarkupError("Unclosed start tag", at: begin) }
        guard Self.tags.contains(name) else { throw MarkupError("Unsupported start tag \"\(name)\"", at: begin) }
        var argument = ""
        while let attribute = try self.nextAttribute(of: name, begin: begin) {
            argument = Self.argument(of: name, attribute) ?? argument
        }
        if name == "span", argument != "spoiler" {
            throw MarkupError("Tag \"span\" must have class \"tg-spoiler\"", at: begin)
        }
        self.open.append(
            OpenTag(name: name, argument: argument, offset: self.output.utf16Count, start: self.output.bytes.count))
    }

    /// The tag's next attribute; nil at its end, which is skipped.
    private mutating func nextAttribute(
        of tag: String, begin: Int
    ) throws(MarkupError) -> (name: String, value: String)? {
        self.cursor.skipSpaces()
        if self.cursor.take(UInt8(ascii: ">")) { return nil }
        let name = self.cursor.take { !$0.isSpace && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") }
        guard self.cursor.current != nil else { throw MarkupError("Unclosed start tag", at: begin) }
        guard !name.isEmpty else { throw MarkupError("Empty attribute name in the tag \"\(tag)\"", at: begin) }
        self.cursor.skipSpaces()
        guard self.cursor.take(UInt8(ascii: "=")) else { return (name, "1") }
        self.cursor.skipSpaces()
        guard let quote = self.cursor.current else { throw MarkupError("Unclosed start tag", at: begin) }
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            self.cursor.advance()
            return (name, try self.quotedValue(until: quote, begin: begin))
        }
        let token = self.cursor.offset
        let value = self.cursor.take { $0.isNameToken }.lowercased()
        guard let next = self.cursor.current else { throw MarkupError("Unclosed start tag", at: begin) }
        guard next.isSpace || next == UInt8(ascii: ">") else {
            throw MarkupError("Unexpected end of name token", at: token)
        }
        return (name, value)
    }

    private mutating func quotedValue(until quote: UInt8, begin: Int) throws(MarkupError) -> String {
        var value = TextBuilder()
        while let byte = self.cursor.current, byte != quote {
            if byte == UInt8(ascii: "&"), let scalar = self.cursor.takeHTMLReference() {
                value.append(scalar)
            } else {
                value.append(byte)
                self.cursor.advance()
            }
        }
        guard self.cursor.take(quote), self.cursor.current != nil else {
            throw MarkupError("Unclosed start tag", at: begin)
        }
        return value.text(from: 0)
    }

    private static func argument(of tag: String, _ attribute: (name: String, value: String)) -> String? {
        switch (tag, attribute.name.lowercased()) {
        case ("a", "href"), ("tg-emoji", "emoji-id"): return attribute.value
        case ("code", "class") where attribute.value.hasPrefix("language-"): return String(attribute.value.dropFirst(9))
        case ("span", "class") where attribute.value.hasPrefix("tg-"): return String(attribute.value.dropFirst(3))
        case ("blockquote", "expandable"): return "expandable"
        default: return nil
        }
    }

    private mutating func readEndTag() throws(MarkupError) {
        let begin = self.cursor.offset
        guard let tag = self.open.last else { throw MarkupError("Unexpected end tag", at: begin) }
        self.cursor.advance()
        self.cursor.advance()
        let name = self.cursor.take { !$0.isSpace && $0 != UInt8(ascii: ">") }.lowercased()
        self.cursor.skipSpaces()
        guard self.cursor.take(UInt8(ascii: ">")) else { throw MarkupError("Unclosed end tag", at: begin) }
        guard name.isEmpty || name == tag.name else {
            throw MarkupError(
                "Unmatched end tag at byte offset \(begin), expected \"</\(tag.name)>\", found \"</\(name)>\"")
        }
        self.open.removeLast()
        self.close(tag)
    }

    private mutating func close(_ tag: OpenTag) {
        let length = self.output.utf16Count - tag.offset
        guard length > 0 else { return }
        func add(_ kind: TextEntity.Kind, _ argument: String? = nil) {
            self.entities.append(TextEntity(kind, offset: tag.offset, length: length, argument: argument))
        }
        switch tag.name {
        case "b", "strong": add(.bold)
        case "i", "em": add(.italic)
        case "u", "ins": add(.underline)
        case "s", "strike", "del": add(.strikethrough)
        case "tg-spoiler", "span": add(.spoiler)
        case "blockquote": add(tag.argument.isEmpty ? .blockquote : .expandableBlockquote)
        case "tg-emoji": add(.customEmoji, tag.argument)
        case "code": add(.code, tag.argument.isEmpty ? nil : tag.argument)
        case "pre":
            // `<pre><code class="language-x">` is one entity.
            if let code = self.entities.last, code.kind == .code, code.offset == tag.offset, code.length == length {
                self.entities.removeLast()
                add(.pre, code.argument)
            } else {
                add(.pre)
            }
        case "a":
            let address = tag.argument.isEmpty ? self.output.text(from: tag.start) : tag.argument
            if let link = TextEntity.link(address, offset: tag.offset, length: length) { self.entities.append(link) }
        default: break  // A `tg-time` shows its text.
        }
    }
}
