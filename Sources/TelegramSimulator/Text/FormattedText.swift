import JSON

/// A text and what its parts mean.
struct FormattedText: Sendable, Equatable {
    var text: String
    var entities: [TextEntity]

    init(_ text: String, entities: [TextEntity] = []) {
        self.text = text
        self.entities = entities
    }

    /// Characters as Telegram counts them for its limits: Unicode scalars.
    var length: Int { self.text.unicodeScalars.count }

    /// Writes the members of a `Message`.
    func write(to writer: inout JSONWriter) {
        writer.member("text", self.text)
        guard !self.entities.isEmpty else { return }
        writer.member("entities", array: { for entity in self.entities { entity.write(to: &$0) } })
    }
}
