internal import Linking

/// The schemas of the domain's values.
extension Schema {
    static func id(_ description: String) -> Schema {
        Schema.string(description)
            .with("pattern", .text("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"))
    }

    static func userID(_ description: String = "The application's own name for the user: 1 to 256 bytes.") -> Schema {
        .string(description).length(1...256)
    }

    static func chatID(_ description: String = "Telegram's id of the chat; negative for groups.") -> Schema {
        .integer(description)
    }

    /// RFC 3339, UTC, milliseconds.
    static func time(_ description: String) -> Schema {
        .string(description).with("format", .text("date-time"))
    }

    static func seq(_ description: String) -> Schema { .integer(description, 1...Int64.max) }

    static func count(_ description: String) -> Schema { .integer(description, 0...Int64.max) }

    static let limit = Schema.integer("How many entries to give at most.", Page.limits)
        .standing(for: .number(Page.limitDefault))
    static let cursor = Schema.string("The nextCursor of the page before.")
    static let nextCursor = Schema.string("Where the next page begins; absent on the last page.")

    /// What `components.schemas` holds.
    static let components: [(name: String, schema: Schema)] = [
        ("Link", .link), ("Token", .token), ("Notification", .notification), ("Head", .head), ("Event", .event),
    ]

    private static let link = Schema.object(
        "A user's link to a chat.",
        [
            .always("linkId", .id("The link's id.")), .always("userId", .userID()), .always("chatId", .chatID()),
            .always("chatType", .string("Telegram's word: private, group, supergroup or channel.")),
            .maybe("threadId", .integer("The forum topic it was linked in.")),
            .maybe("username", .string("The chat's username when it was linked.")),
            .maybe("firstName", .string("The person's first name when it was linked.")),
            .maybe("language", .string("The person's IETF language tag when it was linked.")),
            .always("state", .word(LinkStateName.self, "Messages go to active links alone.")),
            .maybe("reason", .string("Why it is suspended or revoked: blocked, kicked, user, backend, replaced, …")),
            .always("linkedAt", .time("When it was made.")),
            .always("updatedAt", .time("When it last changed.")),
        ])

    private static let token = Schema.object(
        "A link token, without the token itself.",
        [
            .always("tokenId", .id("The token's id.")), .always("userId", .userID()),
            .always("state", .words(["issued", "redeemed", "expired", "revoked"], "What became of it.")),
            .always("issuedAt", .time("When it was made.")),
            .always("expiresAt", .time("From this instant on it cannot be redeemed.")),
            .maybe("link", .reference("Link")),
        ])

    private static let notification = Schema.object(
        "A notification, without its text.",
        [
            .always("notificationId", .id("The notification's id.")),
            .maybe("userId", .userID("The user it is for; absent for what the bot says by itself.")),
            .always("chatId", .chatID()), .always("state", .word(PublicState.self, "How far it is.")),
            .always("attempts", .count("How often it was handed to Telegram.")),
            .maybe("messageId", .integer("Telegram's id of the message, once it is sent.")),
            .maybe("reason", .string("Why it is deferred, failed or uncertain.")),
            .maybe("notBefore", .time("When a deferred one is tried again.")),
            .always("requestedAt", .time("When it was accepted.")),
            .always("updatedAt", .time("When it last changed.")),
        ])

    private static let head = Schema.object(
        "The head of the log: its last record, and the Merkle root (RFC 6962) over all of them.",
        [
            .always("seq", .count("The last record's place; 0 for an empty log.")),
            .always("root", .string("SHA-256 in hexadecimal.").with("pattern", .text("^[0-9a-f]{64}$"))),
        ])

    private static let event = Schema.object(
        "A record of the log, byte for byte as it is stored. See events/TYPE.vN.schema.json.",
        [
            .always("seq", .seq("Its place in the log.")), .always("time", .time("When it was written.")),
            .always("type", .string("What happened, such as link.confirmed.")),
            .always("v", .integer("The version of the shape.", 1...Int64.max)),
            .always("by", .string("Who brought it about: telegram, rpc:KEY, service, cli.")),
            .maybe("cause", .seq("The record that brought it about.")),
            .always("data", .object("What happened.", [])),
            .maybe("personal", .object("Who it was and what was said.", [])),
        ])
}
