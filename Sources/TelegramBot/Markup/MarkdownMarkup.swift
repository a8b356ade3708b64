/// Telegram's old Markdown: `_italic_`, `*bold*`, `` `code` ``, ```` ```pre``` ````, `[text](address)`; no nesting.
///
/// Follows TDLib's `parse_markdown` (td/telegram/MessageEntity.cpp), so that what it refuses is refused here.
struct MarkdownMarkup {
    private let input: MarkupInput
    private var index = 0
    private var output = VisibleText()

    init(_ bytes: [UInt8]) {
        self.input = MarkupInput(bytes)
    }

    /// The visible text.
    mutating func parse() throws(MarkupFault) -> VisibleText {
        while self.index < self.input.count {
            let byte = self.input[self.index]
            if byte == UInt8(ascii: "\\"), Self.isMarkup(self.input[self.index + 1]) {
                self.output.append(self.input[self.index + 1])
                self.index += 2
            } else if Self.isMarkup(byte) {
                try self.entity()
            } else {
                self.output.append(byte)
                self.index += 1
            }
        }
        return self.output
    }

    private mutating func entity() throws(MarkupFault) {
        let begin = self.index
        let mark = self.input[begin]
        let isPre = self.input.has("```", at: begin)
        self.index += isPre ? 3 : 1
        if isPre { self.index = self.input.endOfPreHead(self.index) }
        let start = self.output.bytes.count
        while self.index < self.input.count, !self.isEnd(of: mark, isPre: isPre) {
            self.output.append(self.input[self.index])
            self.index += 1
        }
        guard self.index < self.input.count else {
            throw .entities("Can't find end of the entity starting at byte offset \(begin)")
        }
        self.output.noteEntity(from: start)
        if mark == UInt8(ascii: "["), start < self.output.bytes.count { self.skipAddress() }
        self.index += isPre ? 3 : 1
    }

    private func isEnd(of mark: UInt8, isPre: Bool) -> Bool {
        if isPre { return self.input.has("```", at: self.index) }
        return self.input[self.index] == (mark == UInt8(ascii: "[") ? UInt8(ascii: "]") : mark)
    }

    /// From the `]` of a link to the end of its `(address)`, which need not have one.
    private mutating func skipAddress() {
        guard self.input[self.index + 1] == UInt8(ascii: "(") else { return }
        self.index += 2
        while self.index < self.input.count, self.input[self.index] != UInt8(ascii: ")") { self.index += 1 }
    }

    private static func isMarkup(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "["): true
        default: false
        }
    }
}

extension MarkupInput {
    /// Where the contents of a code block begin: behind the name of a language, if there is one, and one line's end.
    func endOfPreHead(_ start: Int) -> Int {
        var end = start
        while !self[end].isMarkupSpace, self[end] != UInt8(ascii: "`") { end += 1 }
        var index = end < self.count && self[end] != UInt8(ascii: "`") ? end : start
        if self[index].isLineEnd {
            index += self[index + 1].isLineEnd && self[index] != self[index + 1] ? 2 : 1
        }
        return index
    }
}
