import JSON

extension World {
    private static let rawTextBytesMax = 32_768
    private static let textLengthMax = 4_096

    /// Checks in Telegram's order, so that a bad text is reported before a bad chat; then takes the message.
    mutating func sendMessage(_ parameters: Parameters) throws(APIError) -> MethodResult {
        try Self.checkObject(parameters, "link_preview_options", as: "link preview options")
        let text = try Self.outgoingText(parameters)
        try Self.checkObject(parameters, "reply_parameters", as: "reply parameters")
        let markup = try ReplyMarkup.parse(parameters)
        let chat = try self.reachableChat(parameters)
        let thread = try self.thread(parameters, in: chat)
        try self.checkReply(parameters, in: chat)
        guard !text.text.isEmpty else { throw .badRequest("text must be non-empty") }
        guard text.length <= Self.textLengthMax else { throw .badRequest("message is too long") }
        if let group = self.groups[chat], !group.canSend {
            throw .badRequest("not enough rights to send text messages to the chat")
        }
        if markup?.hasInvalidData == true { throw .badRequest("BUTTON_DATA_INVALID") }
        try self.checkDelivery(to: chat)
        return self.take(text, markup: markup, chat: chat, thread: thread, parameters)
    }

    private mutating func take(
        _ text: FormattedText, markup: ReplyMarkup?, chat: Int64, thread: Int64?, _ parameters: Parameters
    ) -> MethodResult {
        let number = self.nextMessageID(in: chat)
        let isProtected = parameters.bool("protect_content")
        let json = JSONWriter.object(capacity: 512 + text.text.utf8.count) {
            $0.member("message_id", number)
            $0.name("from")
            self.bot.write(to: &$0)
            $0.name("chat")
            self.writeChat(chat, to: &$0)
            $0.member("date", self.now.seconds)
            if let thread {
                $0.member("message_thread_id", thread)
                $0.member("is_topic_message", true)
            }
            text.write(to: &$0)
            if let markup, markup.isInline { $0.member("reply_markup", raw: markup.json) }
            if isProtected { $0.member("has_protected_content", true) }
        }
        let sequence = self.messages.nextSequence
        self.messages.append(
            TakenMessage(
                sequence: sequence, chatID: chat, messageID: number, threadID: thread, takenAt: self.now,
                text: text.text, entities: text.entities,
                replyMarkup: markup.map { String(decoding: $0.json, as: UTF8.self) },
                isSilent: parameters.bool("disable_notification"), isProtected: isProtected, json: json))
        self.groups[chat]?.botSpokeLast = true
        return MethodResult(json, taken: sequence)
    }

    /// The text as users will see it.
    private static func outgoingText(_ parameters: Parameters) throws(APIError) -> FormattedText {
        let text = try parameters.text("text")
        guard !text.isEmpty else { throw .badRequest("message text is empty") }
        guard text.utf8.count <= self.rawTextBytesMax else { throw .badRequest("text is too long") }
        let parse: (String) throws(MarkupError) -> FormattedText
        switch try parameters.text("parse_mode").lowercased() {
        case "", "none": parse = { FormattedText($0, entities: self.entities(parameters)) }
        case "html": parse = HTMLMarkup.parse
        case "markdownv2": parse = MarkdownV2Markup.parse
        case "markdown": parse = MarkdownMarkup.parse
        default: throw .badRequest("unsupported parse_mode")
        }
        let marked: FormattedText
        do { marked = try parse(text) } catch { throw .badRequest("can't parse entities: \(error.reason)") }
        var complete = EntityFinder.complete(TextCleaner.clean(marked))
        complete.entities = Array(complete.entities.prefix(100))
        return complete
    }

    /// The entities that the bot lists, but those that Telegram finds by itself.
    private static func entities(_ parameters: Parameters) -> [TextEntity] {
        guard let list = parameters.json("entities") else { return [] }
        return list.elements.compactMap { item in
            guard let kind = item["type"]?.string.flatMap(TextEntity.Kind.init(rawValue:)), !kind.isAutomatic,
                let offset = item["offset"]?.int64, let length = item["length"]?.int64,
                let place = Int32(exactly: offset), let size = Int32(exactly: length), place >= 0, size > 0
            else { return nil }
            let user = item["user"]?["id"]?.int64.map(String.init)
            let argument = item["url"] ?? item["language"] ?? item["custom_emoji_id"]
            return TextEntity(kind, offset: Int(place), length: Int(size), argument: argument?.string ?? user)
        }.inReadingOrder
    }

    private static func checkObject(
        _ parameters: Parameters, _ name: String, as words: String
    ) throws(APIError) {
        guard parameters.has(name) else { return }
        guard let value = parameters.json(name) else { throw .badRequest("can't parse \(words) JSON object") }
        guard value.kind == .object else { throw .badRequest("object expected as \(words)") }
    }

    private func thread(_ parameters: Parameters, in chat: Int64) throws(APIError) -> Int64? {
        let thread = parameters.int("message_thread_id")
        guard thread != 0 else { return nil }
        guard self.groups[chat]?.topics.contains(thread) == true else { throw .badRequest("message thread not found") }
        return thread
    }

    private func checkReply(_ parameters: Parameters, in chat: Int64) throws(APIError) {
        let options = parameters.json("reply_parameters")
        let target = options?["message_id"]?.int64 ?? parameters.int("reply_to_message_id")
        let isOptional =
            options?["allow_sending_without_reply"]?.bool ?? parameters.bool("allow_sending_without_reply")
        guard target != 0, !isOptional, !self.hasMessage(target, in: chat) else { return }
        throw .badRequest("message to be replied not found")
    }

    /// What comes to light only when the message is delivered.
    private mutating func checkDelivery(to chat: Int64) throws(APIError) {
        if let user = self.users[chat] {
            switch user.state {
            case .neverSeen: throw .badRequest("chat not found")
            case .seenInGroup: throw .forbidden("bot can't initiate conversation with a user")
            case .blocked: throw .forbidden("bot was blocked by the user")
            case .deactivated: throw .forbidden("user is deactivated")
            case .started: break
            }
        }
        if let seconds = self.limiter?.admit(chat: chat, at: self.now) { throw .tooManyRequests(seconds) }
    }
}
