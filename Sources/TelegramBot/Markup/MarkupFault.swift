/// Why Telegram would refuse a text, in Telegram's own words where it has some.
struct MarkupFault: Error, Equatable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// A fault of the markup itself.
    static func entities(_ text: String) -> Self {
        Self("can't parse entities: \(text)")
    }
}
