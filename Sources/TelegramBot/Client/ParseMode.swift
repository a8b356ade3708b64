/// How Telegram reads markup in a text.
package enum ParseMode: String, Equatable, Sendable, CaseIterable {
    /// A few HTML tags.
    case html = "HTML"
    /// The current Markdown, in which nearly every punctuation mark must be escaped.
    case markdownV2 = "MarkdownV2"
    /// The old Markdown, kept by Telegram for old bots.
    case markdown = "Markdown"

    /// The mode of that name, whatever its case; nil for any other name.
    package init?(name: String) {
        guard let mode = Self.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
            return nil
        }
        self = mode
    }
}
