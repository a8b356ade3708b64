/// Finds what Telegram marks by itself: commands, mentions, hashtags and addresses of web pages.
struct EntityFinder {
    private let bytes: [UInt8]
    /// UTF-16 offset of each byte.
    private let places: [Int]

    private init(_ text: String) {
        var builder = TextBuilder()
        var places: [Int] = []
        for byte in text.utf8 {
            places.append(builder.utf16Count)
            builder.append(byte)
        }
        places.append(builder.utf16Count)
        self.bytes = builder.bytes
        self.places = places
    }

    /// The text with what was found in it, but nothing inside code and links.
    static func complete(_ formatted: FormattedText) -> FormattedText {
        // Cheap for most texts: none of these is in them.
        guard formatted.text.utf8.contains(where: { "/@#:".utf8.contains($0) }) else { return formatted }
        let opaque = formatted.entities.filter(\.kind.isOpaque)
        let found = EntityFinder(formatted.text).all().filter { found in
            !opaque.contains { $0.offset < found.end && found.offset < $0.end }
        }
        return FormattedText(formatted.text, entities: (formatted.entities + found).inReadingOrder)
    }

    private func all() -> [TextEntity] {
        var found: [TextEntity] = []
        var index = 0
        while index < self.bytes.count {
            guard let (kind, end) = self.entity(at: index) else {
                index += 1
                continue
            }
            let offset = self.places[index]
            found.append(TextEntity(kind, offset: offset, length: self.places[end] - offset))
            index = end
        }
        return found
    }

    private func entity(at index: Int) -> (TextEntity.Kind, end: Int)? {
        let isWordStart = index == 0 || !(self.bytes[index - 1].isWord || self.bytes[index - 1] >= 0x80)
        guard isWordStart else { return nil }
        switch self.bytes[index] {
        case UInt8(ascii: "/"): return self.command(at: index).map { (.botCommand, $0) }
        case UInt8(ascii: "@"):
            let end = self.wordEnd(from: index + 1)
            return (6...33).contains(end - index) ? (.mention, end) : nil
        case UInt8(ascii: "#"):
            let end = self.wordEnd(from: index + 1)
            return end > index + 1 ? (.hashtag, end) : nil
        case UInt8(ascii: "h"), UInt8(ascii: "H"): return self.address(at: index).map { (.url, $0) }
        default: return nil
        }
    }

    private func command(at index: Int) -> Int? {
        guard index == 0 || self.bytes[index - 1] != UInt8(ascii: "/") else { return nil }
        var end = self.wordEnd(from: index + 1)
        guard (2...65).contains(end - index) else { return nil }
        if end < self.bytes.count, self.bytes[end] == UInt8(ascii: "@") {
            let name = self.wordEnd(from: end + 1)
            if (4...33).contains(name - end) { end = name }
        }
        guard end == self.bytes.count || self.bytes[end] != UInt8(ascii: "/") else { return nil }
        return end
    }

    private func address(at index: Int) -> Int? {
        let head = self.bytes[index...].prefix(8).map { $0 | 0x20 }
        let scheme = ["http://", "https://"].first { head.starts(with: $0.utf8.map { $0 | 0x20 }) }
        guard let scheme else { return nil }
        let start = index + scheme.utf8.count
        var end = self.bytes[start...].firstIndex { $0.isSpace || "<>\"".utf8.contains($0) } ?? self.bytes.count
        while end > start, ".,;:!?)'".utf8.contains(self.bytes[end - 1]) { end -= 1 }
        return end > start ? end : nil
    }

    private func wordEnd(from start: Int) -> Int {
        self.bytes[min(start, self.bytes.count)...].firstIndex { !$0.isWord } ?? self.bytes.count
    }
}
