/// Reads the legacy `parse_mode=Markdown`, in which nothing nests.
struct MarkdownMarkup {
    private static let marks = Set("_*`[".utf8)

    private var cursor: ByteCursor
    private var output = TextBuilder()
    private var entities: [TextEntity] = []

    private init(_ source: String) { self.cursor = ByteCursor(source) }

    static func parse(_ source: String) throws(MarkupError) -> FormattedText {
        var parser = MarkdownMarkup(source)
        while let byte = parser.cursor.current {
            if byte == UInt8(ascii: "\\"), let next = parser.cursor.byte(ahead: 1), Self.marks.contains(next) {
                parser.output.append(next)
                parser.cursor.advance(by: 2)
            } else if Self.marks.contains(byte) {
                try parser.readEntity(byte)
            } else {
                parser.output.append(byte)
                parser.cursor.advance()
            }
        }
        return FormattedText(parser.output.text(from: 0), entities: parser.entities)
    }

    private mutating func readEntity(_ mark: UInt8) throws(MarkupError) {
        let begin = self.cursor.offset
        let offset = self.output.utf16Count
        let start = self.output.bytes.count
        let isPre = mark == UInt8(ascii: "`") && self.isFence
        self.cursor.advance(by: isPre ? 3 : 1)
        let language = isPre ? self.takeLanguage() : nil
        let end = mark == UInt8(ascii: "[") ? UInt8(ascii: "]") : mark
        while let byte = self.cursor.current, byte != end || (isPre && !self.isFence) {
            self.output.append(byte)
            self.cursor.advance()
        }
        guard self.cursor.current != nil else {
            throw MarkupError("Can't find end of the entity starting", at: begin)
        }
        self.cursor.advance(by: isPre ? 3 : 1)
        let length = self.output.utf16Count - offset
        func add(_ kind: TextEntity.Kind) {
            guard length > 0 else { return }
            self.entities.append(TextEntity(kind, offset: offset, length: length, argument: language))
        }
        switch mark {
        case UInt8(ascii: "_"): add(.italic)
        case UInt8(ascii: "*"): add(.bold)
        case UInt8(ascii: "`"): add(isPre ? .pre : .code)
        default: self.addLink(offset: offset, length: length, start: start)
        }
    }

    private var isFence: Bool { (0..<3).allSatisfy { self.cursor.byte(ahead: $0) == UInt8(ascii: "`") } }

    private mutating func takeLanguage() -> String? {
        var probe = self.cursor
        let language = probe.take { !$0.isSpace && $0 != UInt8(ascii: "`") }
        let isLanguage = !language.isEmpty && probe.current != nil && probe.current != UInt8(ascii: "`")
        if isLanguage { self.cursor = probe }
        _ = self.cursor.take(UInt8(ascii: "\n"))
        return isLanguage ? language : nil
    }

    private mutating func addLink(offset: Int, length: Int, start: Int) {
        var address = self.output.text(from: start)
        if self.cursor.take(UInt8(ascii: "(")) {
            address = self.cursor.take { $0 != UInt8(ascii: ")") }
            _ = self.cursor.take(UInt8(ascii: ")"))
        }
        guard length > 0, let link = TextEntity.link(address, offset: offset, length: length) else { return }
        self.entities.append(link)
    }
}
