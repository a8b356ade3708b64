import JSON

/// Buttons below the bot's messages.
extension World {
    /// The user taps the first button of a message whose data is `data`; nil: the first that has any data.
    mutating func tap(
        user id: Int64, chat: Int64, message number: Int64, data: String?
    ) throws(ActionRefusal) -> (query: CallbackQuery, receipt: ActionReceipt) {
        let user = try self.actor(id)
        guard let message = self.messages.message(chat: chat, id: number), !message.isDeleted else {
            throw .unknownMessage(chat: chat, message: number)
        }
        let offered = Self.callbackData(of: message)
        guard let tapped = data.map({ offered.contains($0) ? $0 : nil }) ?? offered.first else { throw .noSuchButton }
        return try self.tap(user: user, message: message, data: tapped)
    }

    /// The bot answers a tap; false if it is too late, or there was none.
    mutating func answerCallback(_ id: String, text: String) -> Bool {
        guard var query = self.callbacks[id], query.answer == nil, query.expiresAt > self.now else { return false }
        query.answer = text
        self.callbacks[id] = query
        return true
    }

    private mutating func tap(
        user: SimulatedUser, message: TakenMessage, data: String
    ) throws(ActionRefusal) -> (query: CallbackQuery, receipt: ActionReceipt) {
        try self.makeRoomForCallback()
        let expiresAt = self.now + UpdateKind.callbackQuery.lifetime
        let id = String(Int64.random(in: 1 << 60...Int64.max, using: &self.random))
        let query = CallbackQuery(id: id, userID: user.id, data: data, expiresAt: expiresAt)
        self.callbacks[id] = query
        let payload = JSONWriter.object(capacity: 512) {
            $0.member("id", id)
            $0.name("from")
            user.write(to: &$0)
            $0.member("message", raw: message.json)
            $0.member("chat_instance", String(message.chatID &* 0x5851_F42D_4C95_7F2D))
            $0.member("data", data)
        }
        var receipt = ActionReceipt()
        receipt.add(self.enqueue(.callbackQuery, of: user.id, payload))
        return (query, receipt)
    }

    private mutating func makeRoomForCallback() throws(ActionRefusal) {
        guard self.callbacks.count >= SimulatorLimits.callbacksMax else { return }
        let now = self.now
        self.callbacks = self.callbacks.filter { $0.value.expiresAt > now && $0.value.answer == nil }
        guard self.callbacks.count < SimulatorLimits.callbacksMax else { throw .tooMany("callback queries") }
    }

    private static func callbackData(of message: TakenMessage) -> [String] {
        guard let markup = message.replyMarkup, let document = try? JSONDocument(markup, limits: .tolerant),
            let rows = document.root["inline_keyboard"]
        else { return [] }
        return rows.elements.flatMap { row in row.elements.compactMap { $0["callback_data"]?.string } }
    }
}
