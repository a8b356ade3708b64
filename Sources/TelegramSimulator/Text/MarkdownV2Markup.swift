/// Reads `parse_mode=MarkdownV2` as Telegram does.
struct MarkdownV2Markup {
    /// What an open entity is called in errors.
    private enum Span: String {
        case bold = "Bold"
        case italic = "Italic"
        case underline = "Underline"
        case strikethrough = "Strikethrough"
        case spoiler = "Spoiler"
        case code = "Code"
        case pre = "Pre"
        case preCode = "PreCode"
        case textURL = "TextUrl"
        case customEmoji = "CustomEmoji"
        case blockQuote = "BlockQuote"
    }

    private struct OpenSpan {
        let span: Span
        let begin: Int
        let offset: Int
        let start: Int
        var argument: String?
    }

    private static let reserved = Set("_*[]()~`>#+-=|{}.!".utf8)

    private var cursor: ByteCursor
    private var output = TextBuilder()
    private var open: [OpenSpan] = []
    private var entities: [TextEntity] = []
    private var isLineStart = true

    private init(_ source: String) { self.cursor = ByteCursor(source) }

    static func parse(_ source: String) throws(MarkupError) -> FormattedText {
        var parser = MarkdownV2Markup(source)
        while let byte = parser.cursor.current { try parser.read(byte) }
        parser.closeQuote()
        if let span = parser.open.last {
            throw MarkupError("Can't find end of \(span.span.rawValue) entity", at: span.begin)
        }
        return FormattedText(parser.output.text(from: 0), entities: parser.entities.inReadingOrder)
    }

    private var isInCode: Bool {
        switch self.open.last?.span {
        case .code, .pre, .preCode: true
        case .bold, .italic, .underline, .strikethrough, .spoiler, .textURL, .customEmoji, .blockQuote, nil: false
        }
    }

    private mutating func read(_ byte: UInt8) throws(MarkupError) {
        if byte == UInt8(ascii: "\\"), let next = self.cursor.byte(ahead: 1), (1...126).contains(next) {
            self.cursor.advance()
            return self.copy(next)
        }
        if byte == UInt8(ascii: "\n") { return self.readNewline() }
        let isMarkup = self.isInCode ? byte == UInt8(ascii: "`") : Self.reserved.contains(byte)
        guard isMarkup else { return self.copy(byte) }
        if let span = self.open.last, self.isEnd(of: span.span) { return try self.close(span) }
        if self.isQuoteEnd { return self.closeQuote(as: .expandableBlockquote) }
        try self.begin(byte)
    }

    private mutating func copy(_ byte: UInt8) {
        self.output.append(byte)
        self.cursor.advance()
        self.isLineStart = false
    }

    private mutating func readNewline() {
        let isQuoted = self.open.last?.span == .blockQuote
        if isQuoted, self.cursor.byte(ahead: 1) != UInt8(ascii: ">") { self.closeQuote() }
        self.copy(UInt8(ascii: "\n"))
        self.isLineStart = true
        if isQuoted { _ = self.cursor.take(UInt8(ascii: ">")) }
    }

    private func isEnd(of span: Span) -> Bool {
        switch span {
        case .bold: self.isHere("*")
        case .italic: self.isHere("_") && !self.isHere("__")
        case .underline: self.isHere("__")
        case .strikethrough: self.isHere("~")
        case .spoiler: self.isHere("||")
        case .code: self.isHere("`")
        case .pre, .preCode: self.isHere("```")
        case .textURL, .customEmoji: self.isHere("]")
        case .blockQuote: false
        }
    }

    /// Whether `||` is the end of a quotation, which makes it expandable.
    private var isQuoteEnd: Bool {
        guard self.open.last?.span == .blockQuote, self.isHere("||") else { return false }
        return self.cursor.byte(ahead: 2) == nil || self.cursor.byte(ahead: 2) == UInt8(ascii: "\n")
    }

    private func isHere(_ mark: StaticString) -> Bool {
        mark.withUTF8Buffer { mark in mark.indices.allSatisfy { self.cursor.byte(ahead: $0) == mark[$0] } }
    }

    private mutating func begin(_ byte: UInt8) throws(MarkupError) {
        if self.isHere("```") { return self.beginPre() }
        let (span, width): (Span, Int)
        switch byte {
        case UInt8(ascii: "_"): (span, width) = self.isHere("__") ? (.underline, 2) : (.italic, 1)
        case UInt8(ascii: "*"): (span, width) = (.bold, 1)
        case UInt8(ascii: "~"): (span, width) = (.strikethrough, 1)
        case UInt8(ascii: "`"): (span, width) = (.code, 1)
        case UInt8(ascii: "["): (span, width) = (.textURL, 1)
        case UInt8(ascii: "|") where self.isHere("||"): (span, width) = (.spoiler, 2)
        case UInt8(ascii: "!") where self.isHere("!["): (span, width) = (.customEmoji, 2)
        case UInt8(ascii: ">") where self.isLineStart && self.open.isEmpty: (span, width) = (.blockQuote, 1)
        default:
            let character = Character(Unicode.Scalar(byte))
            throw MarkupError("Character '\(character)' is reserved and must be escaped with the preceding '\\'")
        }
        self.push(span)
        self.cursor.advance(by: width)
    }

    private mutating func beginPre() {
        self.push(.pre)
        self.cursor.advance(by: 3)
        var probe = self.cursor
        let language = probe.take { !$0.isSpace && $0 != UInt8(ascii: "`") }
        if !language.isEmpty, let next = probe.current, next != UInt8(ascii: "`") {
            self.open.removeLast()
            self.push(.preCode, begin: self.cursor.offset - 3, argument: language)
            self.cursor = probe
        }
        // One line break behind the opening marks belongs to them.
        if self.cursor.take(UInt8(ascii: "\r")) {
            _ = self.cursor.take(UInt8(ascii: "\n"))
        } else {
            _ = self.cursor.take(UInt8(ascii: "\n"))
        }
    }

    private mutating func push(_ span: Span, begin: Int? = nil, argument: String? = nil) {
        self.open.append(
            OpenSpan(
                span: span, begin: begin ?? self.cursor.offset, offset: self.output.utf16Count,
                start: self.output.bytes.count, argument: argument))
    }

    private mutating func close(_ span: OpenSpan) throws(MarkupError) {
        self.open.removeLast()
        let length = self.output.utf16Count - span.offset
        switch span.span {
        case .bold: self.add(.bold, span, marks: 1)
        case .italic: self.add(.italic, span, marks: 1)
        case .underline: self.add(.underline, span, marks: 2)
        case .strikethrough: self.add(.strikethrough, span, marks: 1)
        case .spoiler: self.add(.spoiler, span, marks: 2)
        case .code: self.add(.code, span, marks: 1)
        case .pre, .preCode: self.add(.pre, span, marks: 3)
        case .textURL:
            self.cursor.advance()
            let address = try self.takeAddress() ?? self.output.text(from: span.start)
            guard length > 0, let link = TextEntity.link(address, offset: span.offset, length: length) else { return }
            self.entities.append(link)
        case .customEmoji:
            self.cursor.advance()
            guard let address = try self.takeAddress(), address.hasPrefix("tg://emoji?id=") else {
                throw MarkupError("Custom emoji entity must contain a tg://emoji URL")
            }
            var emoji = span
            emoji.argument = String(address.dropFirst(14))
            self.add(.customEmoji, emoji, marks: 0)
        case .blockQuote: break
        }
    }

    private mutating func add(_ kind: TextEntity.Kind, _ span: OpenSpan, marks: Int) {
        self.cursor.advance(by: marks)
        let length = self.output.utf16Count - span.offset
        guard length > 0 else { return }
        self.entities.append(TextEntity(kind, offset: span.offset, length: length, argument: span.argument))
    }

    /// Takes `(address)`; nil if there is none here.
    private mutating func takeAddress() throws(MarkupError) -> String? {
        guard self.cursor.take(UInt8(ascii: "(")) else { return nil }
        let begin = self.cursor.offset
        var address = TextBuilder()
        while let byte = self.cursor.current, byte != UInt8(ascii: ")") {
            if byte == UInt8(ascii: "\\"), let next = self.cursor.byte(ahead: 1), (1...126).contains(next) {
                self.cursor.advance()
                address.append(next)
            } else {
                address.append(byte)
            }
            self.cursor.advance()
        }
        guard self.cursor.take(UInt8(ascii: ")")) else { throw MarkupError("Can't find end of a URL", at: begin) }
        return address.text(from: 0)
    }

    private mutating func closeQuote(as kind: TextEntity.Kind = .blockquote) {
        guard let span = self.open.last, span.span == .blockQuote else { return }
        self.open.removeLast()
        self.add(kind, span, marks: kind == .expandableBlockquote ? 2 : 0)
    }
}
