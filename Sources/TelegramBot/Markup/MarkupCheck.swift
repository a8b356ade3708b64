package import JSON

/// Checks texts and buttons as Telegram will, before they are accepted for sending.
package enum MarkupCheck {
    /// What Telegram would make of a text.
    package enum Verdict: Equatable, Sendable {
        /// It is taken. So many Unicode scalars are left of it once markup is read and white space trimmed.
        case ok(visibleScalars: Int)
        /// It is refused, for this reason, in Telegram's own words where it has some.
        case fault(String)
    }

    /// The longest text, in Unicode scalars, after markup is read.
    package static let visibleScalarsMax = 4096
    /// The longest text, in bytes, before that.
    package static let rawBytesMax = 32_768

    /// Checks a text with markup of that kind; nil for none.
    package static func text(_ text: String, mode: ParseMode?) -> Verdict {
        do throws(MarkupFault) {
            return .ok(visibleScalars: try Self.visibleScalars(of: text, mode))
        } catch {
            return .fault(error.text)
        }
    }

    /// Checks rows of inline buttons, `[[{"text":…,"url":…}]]`; returns what is wrong with them, nil if nothing is.
    package static func buttons(_ rows: JSONValue) -> String? {
        do throws(MarkupFault) {
            try ButtonCheck.check(rows: rows)
            return nil
        } catch {
            return error.text
        }
    }

    private static func visibleScalars(of text: String, _ mode: ParseMode?) throws(MarkupFault) -> Int {
        guard !text.isEmpty else { throw MarkupFault("message text is empty") }
        guard text.utf8.count <= Self.rawBytesMax else { throw MarkupFault("text is too long") }
        let visible = try Self.parse(Array(text.utf8), mode).trimmed
        guard !visible.isInvisible else { throw MarkupFault("text must be non-empty") }
        let scalars = visible.scalarCount
        guard scalars <= Self.visibleScalarsMax else { throw MarkupFault("message is too long") }
        return scalars
    }

    private static func parse(_ bytes: [UInt8], _ mode: ParseMode?) throws(MarkupFault) -> VisibleText {
        switch mode {
        case nil: return VisibleText(bytes)
        case .html:
            var parser = HTMLMarkup(bytes)
            return try parser.parse()
        case .markdownV2:
            var parser = MarkdownV2Markup(bytes)
            return try parser.parse()
        case .markdown:
            var parser = MarkdownMarkup(bytes)
            return try parser.parse()
        }
    }
}
