import JSON

/// A photo in a message, of which there is nothing but the description.
struct Photo: Sendable {
    let id: UInt64
    let caption: String?

    /// Writes the members of the message.
    func write(to writer: inout JSONWriter) {
        writer.member(
            "photo",
            array: {
                for (size, width, height) in [("s", 90, 67), ("m", 320, 240), ("x", 800, 600)] {
                    self.write(size: size, width: width, height: height, to: &$0)
                }
            })
        guard let caption = self.caption, !caption.isEmpty else { return }
        let text = EntityFinder.complete(TextCleaner.clean(FormattedText(caption)))
        writer.member("caption", text.text)
        guard !text.entities.isEmpty else { return }
        writer.member("caption_entities", array: { for entity in text.entities { entity.write(to: &$0) } })
    }

    private func write(size: String, width: Int, height: Int, to writer: inout JSONWriter) {
        let name = String(self.id, radix: 36)
        writer.object {
            $0.member("file_id", "AgACAgIAAxk\(name)\(size)")
            $0.member("file_unique_id", "AQAD\(name)\(size)")
            $0.member("file_size", width * height / 8)
            $0.member("width", width)
            $0.member("height", height)
        }
    }
}
