import JSON

/// A keyboard that comes with a message.
struct ReplyMarkup: Sendable, Equatable {
    private static let buttonsMax = 100
    private static let dataBytesMax = 64
    /// One of these says what a button does.
    private static let actions = [
        "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
    ]

    /// The JSON text, white space removed.
    let json: [UInt8]
    /// Whether the keyboard is part of the message.
    let isInline: Bool
    /// Whether a button's data is too long, or empty, which shows only on delivery.
    let hasInvalidData: Bool

    /// The keyboard that was given; nil if none was.
    static func parse(_ parameters: Parameters) throws(APIError) -> ReplyMarkup? {
        guard parameters.has("reply_markup") else { return nil }
        guard let value = parameters.json("reply_markup") else {
            throw .badRequest("can't parse reply keyboard markup JSON object")
        }
        guard value.kind == .object else { throw .badRequest("object expected as reply markup") }
        guard let rows = value["inline_keyboard"] else {
            return ReplyMarkup(json: value.minified, isInline: false, hasInvalidData: false)
        }
        let buttons = try self.buttons(rows)
        var hasInvalidData = false
        for button in buttons { hasInvalidData = try self.check(button) || hasInvalidData }
        guard buttons.count <= self.buttonsMax else { throw .badRequest("reply markup is too long") }
        return ReplyMarkup(json: value.minified, isInline: !buttons.isEmpty, hasInvalidData: hasInvalidData)
    }

    private static func buttons(_ rows: JSONValue) throws(APIError) -> [JSONValue] {
        guard rows.kind == .array else {
            throw .badRequest("field \"inline_keyboard\" must be of type Array")
        }
        var buttons: [JSONValue] = []
        for row in rows.elements {
            guard row.kind == .array else {
                throw .badRequest("field \"inline_keyboard\" must be an Array of Arrays")
            }
            buttons += row.elements
        }
        return buttons
    }

    /// Refuses what is no button; true if it is one with data that cannot be delivered.
    private static func check(_ button: JSONValue) throws(APIError) -> Bool {
        guard button.kind == .object else { throw self.bad("InlineKeyboardButton must be an Object") }
        guard let text = button["text"]?.string else { throw self.bad("Can't find field \"text\"") }
        guard !text.isEmpty else { throw .badRequest("inline keyboard button text must be non-empty") }
        guard self.actions.contains(where: { button[$0] != nil }) else {
            throw self.bad("Text buttons are unallowed in the inline keyboard")
        }
        if let url = button["url"]?.string, TextEntity.normalized(url) == nil {
            throw .badRequest("inline keyboard button URL '\(url)' is invalid: Wrong HTTP URL")
        }
        guard let data = button["callback_data"]?.string else { return false }
        return !(1...self.dataBytesMax).contains(data.utf8.count)
    }

    private static func bad(_ reason: String) -> APIError {
        .badRequest("can't parse inline keyboard button: \(reason)")
    }
}
