import JSON

/// Checks rows of inline buttons as Telegram will.
enum ButtonCheck {
    private static let buttonsMax = 100
    private static let rowButtonsMax = 8
    private static let callbackDataBytesMax = 64
    private static let copyTextScalarsMax = 256
    /// What a button can do. Games and payments need messages that are not sent here.
    private static let actions = [
        "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat", "copy_text",
    ]

    static func check(rows: JSONValue) throws(MarkupFault) {
        guard rows.kind == .array else { throw MarkupFault("buttons must be an array of rows") }
        var total = 0
        for row in rows.elements {
            guard row.kind == .array else { throw MarkupFault("a row of buttons must be an array") }
            guard row.count <= Self.rowButtonsMax else {
                throw MarkupFault("a row has more than \(Self.rowButtonsMax) buttons")
            }
            total += row.count
            guard total <= Self.buttonsMax else { throw MarkupFault("there are more than \(Self.buttonsMax) buttons") }
            for button in row.elements {
                try Self.check(button: button)
            }
        }
        guard total > 0 else { throw MarkupFault("there are no buttons") }
    }

    private static func check(button: JSONValue) throws(MarkupFault) {
        guard let text = button["text"]?.string, !text.isEmpty else {
            throw MarkupFault("can't parse inline keyboard button: field \"text\" must be a non-empty string")
        }
        let found = Self.actions.filter { button[$0].map { !$0.isNull } ?? false }
        guard let action = found.first, let value = button[action] else {
            throw MarkupFault("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
        }
        guard found.count == 1 else {
            throw MarkupFault("a button has \(found[0]) and \(found[1]); it can have one action")
        }
        try Self.check(action, value)
    }

    private static func check(_ action: String, _ value: JSONValue) throws(MarkupFault) {
        switch action {
        case "callback_data":
            guard let data = value.string, (1...Self.callbackDataBytesMax).contains(data.utf8.count) else {
                throw MarkupFault("BUTTON_DATA_INVALID: callback_data must have 1 to 64 bytes")
            }
        case "url":
            guard let url = value.string, Self.isAddress(url) else {
                throw MarkupFault("inline keyboard button URL '\(value.string ?? "")' is invalid")
            }
        case "copy_text":
            let count = value["text"]?.string?.unicodeScalars.count ?? 0
            guard (1...Self.copyTextScalarsMax).contains(count) else {
                throw MarkupFault("copy_text must have a text of 1 to 256 characters")
            }
        case "web_app", "login_url":
            guard let url = value["url"]?.string, Self.isAddress(url) else {
                throw MarkupFault("inline keyboard button \(action) must have a valid url")
            }
        default:
            break  // Inline queries: any value is one.
        }
    }

    /// Telegram alone knows which addresses it takes; these it never does.
    private static func isAddress(_ url: String) -> Bool {
        !url.isEmpty && url.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }
}
