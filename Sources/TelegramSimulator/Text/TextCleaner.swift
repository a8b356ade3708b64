/// What Telegram does to every text: control characters out, white space around it away.
struct TextCleaner {
    private var output = String.UnicodeScalarView()
    private var utf16Count = 0
    /// For each UTF-16 offset of the original, the offset it has now.
    private var places: [Int] = []

    static func clean(_ formatted: FormattedText) -> FormattedText {
        var cleaner = TextCleaner()
        let entities = formatted.entities
        let firstEntity = entities.map(\.offset).min() ?? .max
        var isLeading = true
        for scalar in formatted.text.unicodeScalars {
            let kept = Self.replacement(for: scalar)
            // Leading white space goes, but never any that is marked up.
            isLeading = isLeading && (kept == nil || kept == " " || kept == "\n") && cleaner.places.count < firstEntity
            cleaner.append(isLeading ? nil : kept, insteadOf: scalar)
        }
        cleaner.places.append(cleaner.utf16Count)
        cleaner.trimEnd()
        let moved = entities.compactMap { cleaner.moved($0) }
        return FormattedText(String(cleaner.output), entities: moved)
    }

    /// What stands in the place of a character; nil if nothing does.
    private static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x0D, 0x0333, 0x033F, 0x030A, 0x2028...0x202E: nil
        case 0x00...0x09, 0x0B...0x1F: " "
        default: scalar
        }
    }

    private mutating func append(_ kept: Unicode.Scalar?, insteadOf scalar: Unicode.Scalar) {
        for _ in 0..<UTF16.width(scalar) { self.places.append(self.utf16Count) }
        guard let kept else { return }
        self.output.append(kept)
        self.utf16Count += UTF16.width(kept)
    }

    private mutating func trimEnd() {
        while let last = self.output.last, last == " " || last == "\n" {
            self.output.removeLast()
            self.utf16Count -= 1
        }
    }

    private func moved(_ entity: TextEntity) -> TextEntity? {
        guard entity.offset >= 0, entity.length > 0, entity.offset < self.places.count else { return nil }
        let end = min(self.places[min(entity.end, self.places.count - 1)], self.utf16Count)
        var moved = entity
        moved.offset = self.places[entity.offset]
        moved.length = end - moved.offset
        return moved.length > 0 ? moved : nil
    }
}
