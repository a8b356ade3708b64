/// Telegram's MarkdownV2.
///
/// Follows TDLib's `parse_markdown_v2` (td/telegram/MessageEntity.cpp), so that what it refuses is refused here.
struct MarkdownV2Markup {
    private struct OpenEntity {
        let kind: MarkdownV2Entity
        /// Where its mark stands in the input.
        let begin: Int
        let outputStart: Int
    }

    private let input: MarkupInput
    private var index = 0
    private var output = VisibleText()
    private var open: [OpenEntity] = []
    private var hasBlockquote = false
    private var canStartBlockquote = true

    init(_ bytes: [UInt8]) {
        self.input = MarkupInput(bytes)
    }

    /// The visible text.
    mutating func parse() throws(MarkupFault) -> VisibleText {
        while self.index < self.input.count {
            let byte = self.input[self.index]
            if byte == UInt8(ascii: "\\"), (1...126).contains(self.input[self.index + 1]) {
                self.escaped()
            } else if !self.isReserved(byte) {
                self.literal(byte)
            } else if self.endsEntity(byte) {
                try self.end(byte)
            } else {
                try self.begin(byte)
            }
        }
        try self.finish()
        return self.output
    }

    private mutating func escaped() {
        let byte = self.input[self.index + 1]
        self.output.append(byte)
        if byte != UInt8(ascii: "\r") { self.canStartBlockquote = byte == UInt8(ascii: "\n") }
        self.index += 2
    }

    private mutating func literal(_ byte: UInt8) {
        self.output.append(byte)
        if byte & 0xC0 != 0x80, byte != UInt8(ascii: "\r") { self.canStartBlockquote = false }
        self.index += 1
    }

    private func isReserved(_ byte: UInt8) -> Bool {
        if self.open.last?.kind.isCode == true { return byte == UInt8(ascii: "`") }
        return "_*[]()~`>#+-=|{}.!\n".utf8.contains(byte)
    }

    private func endsEntity(_ byte: UInt8) -> Bool {
        guard let entity = self.open.last else { return false }
        if self.hasBlockquote, byte == UInt8(ascii: "\n"),
            self.index + 1 == self.input.count || self.input[self.index + 1] != UInt8(ascii: ">")
        {
            return true
        }
        return entity.kind.ends(self.input, at: self.index)
    }

    private mutating func begin(_ byte: UInt8) throws(MarkupFault) {
        switch byte {
        case UInt8(ascii: "\n"):
            self.output.append(byte)
            self.canStartBlockquote = true
            self.index += 1
        case UInt8(ascii: ">") where self.canStartBlockquote:
            if !self.hasBlockquote { self.push(.blockquote) }
            self.hasBlockquote = true
            self.index += 1
        default:
            guard let kind = MarkdownV2Entity(self.input, at: self.index) else {
                throw .entities(
                    "Character '\(self.input.text(self.index..<self.index + 1))' is reserved and must be escaped "
                        + "with the preceding '\\'")
            }
            self.push(kind)
            self.index += kind.markLength
            if kind == .pre { self.index = self.input.endOfPreHead(self.index) }
        }
    }

    private mutating func push(_ kind: MarkdownV2Entity) {
        self.open.append(OpenEntity(kind: kind, begin: self.index, outputStart: self.output.bytes.count))
    }

    private mutating func end(_ byte: UInt8) throws(MarkupFault) {
        guard var entity = self.open.popLast() else { return }
        if byte == UInt8(ascii: "\n"), entity.kind != .blockquote {
            // `||` right before the line's end makes the quotation an expandable one; anything else is left open.
            guard entity.kind == .spoiler, self.isExpandableMark(entity), let outer = self.open.popLast() else {
                throw self.noEnd(of: entity)
            }
            guard outer.kind == .blockquote else { throw self.noEnd(of: outer) }
            entity = outer
        }
        switch entity.kind {
        case .bold, .italic, .code, .strikethrough, .underline, .spoiler, .pre:
            self.index += entity.kind.markLength
        case .link:
            try self.endLink()
        case .emoji:
            try self.endEmoji()
        case .blockquote:
            self.hasBlockquote = false
            self.canStartBlockquote = true
            self.output.append(byte)
            self.index += 1
        }
        self.output.noteEntity(from: entity.outputStart)
    }

    private func isExpandableMark(_ entity: OpenEntity) -> Bool {
        entity.begin == self.index - 2
            || (entity.begin == self.index - 3 && self.output.bytes.last == UInt8(ascii: "\r"))
    }

    /// From `]` to behind the address, if there is one; without one the text itself is the address.
    private mutating func endLink() throws(MarkupFault) {
        if self.input[self.index + 1] == UInt8(ascii: "(") {
            _ = try self.address()
        } else {
            self.index += 1
        }
    }

    private mutating func endEmoji() throws(MarkupFault) {
        guard self.input[self.index + 1] == UInt8(ascii: "(") else {
            throw .entities("The entity must contain a tg://emoji or tg://time URL")
        }
        guard TelegramAddress.isEmojiOrTime(try self.address()) else {
            throw .entities("Invalid tg://emoji or tg://time URL specified")
        }
    }

    /// Reads `](address)` from its first byte on.
    private mutating func address() throws(MarkupFault) -> String {
        self.index += 2
        let begin = self.index
        var address: [UInt8] = []
        while self.index < self.input.count, self.input[self.index] != UInt8(ascii: ")") {
            let isEscape =
                self.input[self.index] == UInt8(ascii: "\\") && (1...126).contains(self.input[self.index + 1])
            if isEscape { self.index += 1 }
            address.append(self.input[self.index])
            self.index += 1
        }
        guard self.index < self.input.count else { throw .entities("Can't find end of a URL at byte offset \(begin)") }
        self.index += 1
        return String(decoding: address, as: UTF8.self)
    }

    /// A quotation needs no end; everything else does.
    private mutating func finish() throws(MarkupFault) {
        if self.hasBlockquote {
            if let last = self.open.last, last.kind == .spoiler, last.begin == self.input.count - 2 {
                self.open.removeLast()
            }
            if let last = self.open.last, last.kind == .blockquote {
                self.output.noteEntity(from: last.outputStart)
                self.open.removeLast()
            }
        }
        if let entity = self.open.last { throw self.noEnd(of: entity) }
    }

    private func noEnd(of entity: OpenEntity) -> MarkupFault {
        .entities(
            "Can't find end of \(entity.kind.name(self.input, at: entity.begin)) entity at byte offset \(entity.begin)")
    }
}
