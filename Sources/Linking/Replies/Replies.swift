/// The book of texts: every reply in the languages built in, and as the operator words them.
package struct Replies: Sendable {
    /// Bounds on what is said.
    package enum Limits {
        /// A reply that could not be sent by then is of no use to anybody.
        package static let secondsMax: Int64 = 3_600
        /// Links listed by `/status`; the rest is a number.
        package static let statusLinesMax = 10
        /// A longer language tag is taken for none.
        package static let languageBytesMax = 35
    }

    /// Lower-case language tag to name of a ``ReplyKind`` to text.
    private let overrides: [String: [String: String]]

    /// - Parameter overrides: language tag to name of a ``ReplyKind`` to text, with `{name}` where a value goes. An
    ///   empty text keeps the bot silent; a name that is none of a kind has no effect.
    package init(overrides: [String: [String: String]] = [:]) {
        self.overrides = Dictionary(
            overrides.map { (Self.normalized($0.key), $0.value) }, uniquingKeysWith: { $0.merging($1) { $1 } })
    }

    /// What `reply` says in `language`, an IETF tag: `de-AT` falls back to `de`, and all fall back to English.
    package func text(_ reply: Reply, language: String?) -> String {
        let values: [String: String]
        switch reply {
        case .helpWithLink(let url), .linkedWithLink(let url):
            values = ["url": url]
        case .statusLinked(let links):
            values = ["links": self.statusLines(links, language: language)]
        case .welcome, .welcomeReplacing, .alreadyLinked, .unknownToken, .expiredToken, .usedToken, .revokedToken,
            .wrongChatPrivate, .wrongChatGroup, .help, .statusNotLinked, .stopped, .nothingToStop, .tooManyCodes:
            values = [:]
        }
        return Self.filled(self.template(reply.kind, language: language), values)
    }

    /// The bot's commands as they are registered with Telegram, described in `language`.
    package static func commands(_ language: String?) -> [(name: String, description: String)] {
        let tags = Self.fallbacks(from: language)
        let language = tags.lazy.compactMap { ReplyLanguage(rawValue: $0) }.first ?? .english
        return BotCommand.allCases.map { ($0.rawValue, language.description(of: $0)) }
    }

    /// The tags of the languages built in; English, the default, first.
    package static var languages: [String] {
        ReplyLanguage.allCases.map(\.rawValue)
    }

    /// The message that says `reply` in `chat`; nil if it has no words.
    func request(_ reply: Reply, id: NotificationID, to chat: Chat, at now: Timestamp) -> NotificationRequested? {
        let text = self.text(reply, language: chat.language)
        guard !text.isEmpty else { return nil }
        return NotificationRequested(
            notificationID: id, linkID: nil, userID: nil, chatID: chat.id, threadID: chat.threadID,
            // Without a preview: making one would visit the confirmation link.
            message: Message(text: text, disablePreview: true),
            delivery: Delivery(lane: .urgent, expiresAt: now.adding(seconds: Limits.secondsMax)),
            kind: .reply)
    }

    private func statusLines(_ links: [Link], language: String?) -> String {
        var lines = links.prefix(Limits.statusLinesMax).map { link in
            let kind: ReplyKind = link.isActive ? .statusLineActive : .statusLineSuspended
            let since = link.isActive ? link.linkedAt : link.updatedAt
            return Self.filled(self.template(kind, language: language), ["date": since.minuteText])
        }
        if links.count > lines.count {
            let more = ["count": String(links.count - lines.count)]
            lines.append(Self.filled(self.template(.statusLineMore, language: language), more))
        }
        return lines.joined(separator: "\n")
    }

    private func template(_ kind: ReplyKind, language: String?) -> String {
        for tag in Self.fallbacks(from: language) {
            if let text = self.overrides[tag]?[kind.rawValue] ?? ReplyLanguage(rawValue: tag)?.text(kind) {
                return text
            }
        }
        return ReplyLanguage.english.text(kind)
    }

    /// `de-at` → `de-at`, `de`, `en`.
    private static func fallbacks(from language: String?) -> [String] {
        guard let language, language.utf8.count <= Limits.languageBytesMax else { return ["en"] }
        var tag = Self.normalized(language)
        var tags = [tag]
        while let dash = tag.lastIndex(of: "-") {
            tag = String(tag[..<dash])
            tags.append(tag)
        }
        return tags + ["en"]
    }

    private static func normalized(_ language: String) -> String {
        String(language.lowercased().map { $0 == "_" ? "-" : $0 })
    }

    /// Puts values where their names stand, once: a value that looks like a name stays as it is.
    private static func filled(_ template: String, _ values: [String: String]) -> String {
        var text = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{") {
            text += rest[..<open]
            let inside = rest[rest.index(after: open)...]
            if let close = inside.firstIndex(of: "}"), let value = values[String(inside[..<close])] {
                text += value
                rest = inside[inside.index(after: close)...]
            } else {
                text += "{"
                rest = inside
            }
        }
        return text + rest
    }
}
