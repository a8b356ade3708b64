/// The attributes of one HTML tag, as far as they can make Telegram refuse it.
struct HTMLAttributes {
    /// What the tag says: an address, a class, an emoji's id, a date's format.
    private(set) var argument = ""

    /// Reads from behind a tag's name, and returns where its `>` is.
    mutating func read(_ input: MarkupInput, from start: Int, tag: String, begin: Int) throws(MarkupFault) -> Int {
        var index = start
        while true {
            index = input.skipHTMLSpace(from: index)
            if input[index] == UInt8(ascii: ">") { return index }
            let nameStart = index
            while !Self.endsName(input[index]) { index += 1 }
            let name = input.text(nameStart..<index)
            guard !name.isEmpty else {
                throw .entities("Empty attribute name in the tag \"\(tag)\" at byte offset \(begin)")
            }
            index = input.skipHTMLSpace(from: index)
            if input[index] != UInt8(ascii: "=") {
                guard input[index] != 0 else { throw Self.unclosed(tag, begin) }
                continue
            }
            index = input.skipHTMLSpace(from: index + 1)
            guard input[index] != 0 else { throw Self.unclosed(tag, begin) }
            let value: String
            (value, index) = try Self.value(input, from: index)
            guard input[index] != 0 else { throw .entities("Unclosed start tag at byte offset \(begin)") }
            self.take(name, value, tag: tag)
        }
    }

    /// What Telegram finds wrong when it meets the tag's end.
    func check(tag: String) throws(MarkupFault) {
        if tag == "tg-emoji", (Int64(self.argument) ?? 0) == 0 {
            throw .entities("Invalid custom emoji identifier specified")
        }
        if tag == "tg-time", !["r", "R"].contains(self.argument), !self.argument.allSatisfy("tTdDwW".contains) {
            throw .entities("Invalid date format used")
        }
    }

    private mutating func take(_ name: String, _ value: String, tag: String) {
        switch (tag, name) {
        case ("a", "href"), ("tg-emoji", "emoji-id"), ("tg-time", "format"): self.argument = value
        case ("span", "class") where value.hasPrefix("tg-"): self.argument = String(value.dropFirst(3))
        default: break  // Telegram ignores all other attributes, and so do we.
        }
    }

    private static func value(_ input: MarkupInput, from start: Int) throws(MarkupFault) -> (String, end: Int) {
        let quote = input[start]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return try Self.token(input, from: start)
        }
        var index = start + 1
        var value = VisibleText()
        while input[index] != quote, input[index] != 0 {
            if input[index] == UInt8(ascii: "&"), let reference = input.htmlReference(at: index) {
                value.append(scalar: reference.code)
                index = reference.end
            } else {
                value.append(input[index])
                index += 1
            }
        }
        return (String(decoding: value.bytes, as: UTF8.self), input[index] == quote ? index + 1 : index)
    }

    /// A value without quotes: letters, digits, dots and hyphens.
    private static func token(_ input: MarkupInput, from start: Int) throws(MarkupFault) -> (String, end: Int) {
        var index = start
        while input[index].isHTMLAlphanumeric || input[index] == UInt8(ascii: ".") || input[index] == UInt8(ascii: "-")
        {
            index += 1
        }
        guard input[index].isMarkupSpace || input[index] == UInt8(ascii: ">") else {
            throw .entities("Unexpected end of name token at byte offset \(start)")
        }
        return (input.text(start..<index).lowercased(), index)
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: byte.isMarkupSpace
        }
    }

    private static func unclosed(_ tag: String, _ begin: Int) -> MarkupFault {
        .entities("Unclosed start tag \"\(tag)\" at byte offset \(begin)")
    }
}
