/// Telegram's HTML: a few tags, four named entities and numeric ones.
///
/// Follows TDLib's `parse_html` (td/telegram/MessageEntity.cpp), so that what it refuses is refused here.
struct HTMLMarkup {
    private struct OpenTag {
        let name: String
        var attributes = HTMLAttributes()
        let outputStart: Int
    }

    private static let tags: Set<String> = [
        "a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "tg-time", "span",
        "pre", "code", "blockquote",
    ]

    private let input: MarkupInput
    private var index = 0
    private var output = VisibleText()
    private var open: [OpenTag] = []
    private var hasSurrogates = false

    init(_ bytes: [UInt8]) {
        self.input = MarkupInput(bytes)
    }

    /// The visible text.
    mutating func parse() throws(MarkupFault) -> VisibleText {
        while self.index < self.input.count {
            let byte = self.input[self.index]
            if byte == UInt8(ascii: "&"), let reference = self.input.htmlReference(at: self.index) {
                self.hasSurrogates = self.hasSurrogates || (0xD800...0xDFFF).contains(reference.code)
                self.output.append(scalar: reference.code)
                self.index = reference.end
            } else if byte == UInt8(ascii: "<") {
                try self.tag()
            } else {
                self.output.append(byte)
                self.index += 1
            }
        }
        if let tag = self.open.last {
            throw .entities("Can't find end tag corresponding to start tag \"\(tag.name)\"")
        }
        if self.hasSurrogates {
            throw .entities(
                "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate "
                    + "code units")
        }
        return self.output
    }

    private mutating func tag() throws(MarkupFault) {
        if self.input[self.index + 1] == UInt8(ascii: "/") {
            try self.endTag()
        } else {
            try self.startTag()
        }
        self.index += 1
    }

    /// From `<` to `>`.
    private mutating func startTag() throws(MarkupFault) {
        let begin = self.index
        let name = self.name(from: begin + 1)
        guard self.input[self.index] != 0 else { throw .entities("Unclosed start tag at byte offset \(begin)") }
        guard Self.tags.contains(name) else {
            throw .entities("Unsupported start tag \"\(name)\" at byte offset \(begin)")
        }
        var attributes = HTMLAttributes()
        self.index = try attributes.read(self.input, from: self.index, tag: name, begin: begin)
        guard name != "span" || attributes.argument == "spoiler" else {
            throw .entities("Tag \"span\" must have class \"tg-spoiler\" at byte offset \(begin)")
        }
        self.open.append(OpenTag(name: name, attributes: attributes, outputStart: self.output.bytes.count))
    }

    /// From `</` to `>`. A tag without a name ends whatever is open.
    private mutating func endTag() throws(MarkupFault) {
        let begin = self.index
        guard let tag = self.open.last else { throw .entities("Unexpected end tag at byte offset \(begin)") }
        let name = self.name(from: begin + 2)
        while self.input[self.index].isMarkupSpace, self.input[self.index] != 0 { self.index += 1 }
        guard self.input[self.index] == UInt8(ascii: ">") else {
            throw .entities("Unclosed end tag at byte offset \(begin)")
        }
        guard name.isEmpty || name == tag.name else {
            throw .entities(
                "Unmatched end tag at byte offset \(begin), expected \"</\(tag.name)>\", found \"</\(name)>\"")
        }
        if tag.outputStart < self.output.bytes.count {
            try tag.attributes.check(tag: tag.name)
            self.output.noteEntity(from: tag.outputStart)
        }
        self.open.removeLast()
    }

    private mutating func name(from start: Int) -> String {
        self.index = start
        while !self.input[self.index].isMarkupSpace, self.input[self.index] != UInt8(ascii: ">") { self.index += 1 }
        return self.input.text(start..<self.index).lowercased()
    }
}
