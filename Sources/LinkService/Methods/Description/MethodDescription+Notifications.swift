internal import JSONRPC
internal import Linking
internal import TelegramBot

extension MethodDescription {
    static let notifications: [MethodDescription] = [
        .notify, .getNotification, .listNotifications, .cancelNotification,
    ]

    private static let notificationID = ParameterDescription.required(
        "notificationId", .id("The notificationId that notify gave."))
    private static let idExample = (name: "notificationId", json: #""01a1fa9c-7884-7c7b-821f-95e3a8460d72""#)
    private static let notificationExample = """
        {"notificationId":"01a1fa9c-7884-7c7b-821f-95e3a8460d72","userId":"u-42","chatId":7001,"state":"sent",\
        "attempts":1,"messageId":17,"requestedAt":"2026-11-20T20:18:40.900Z",\
        "updatedAt":"2026-11-20T20:18:41.012Z"}
        """

    private static let notify = MethodDescription(
        name: "notify", summary: "Send a message to a user's active links, or to one link.",
        description: """
            Name userId or linkId. It answers once the message is in the log and queued, which is not yet sent: \
            getNotification tells what became of it. Telegram's sendMessage knows no idempotency, so after a \
            lost answer nobody can know whether the message arrived: it is then uncertain, and onUncertain \
            decides. With the same idempotencyKey and the same parameters within 24 hours the call answers as \
            before and sends nothing again.
            """,
        scope: .notify, parameters: Self.notifyParameters, byPosition: false,
        result: .object(
            "What was queued.",
            [
                .always("notificationIds", .array("One for each link.", of: .id("A notification's id."))),
                .maybe("notificationId", .id("The same, when it is one.")),
                .always("state", .words(["queued", "scheduled"], "Scheduled when sendAt is still to come.")),
                .always("seq", .seq("The last event of this call.")),
            ]),
        errors: RPCError.ordering(
            parameter: "userId",
            [.notLinked, .linkNotFound, .textRejected("message text is empty"), .idempotencyConflict]),
        examples: [
            ExampleDescription(
                "a text", [("userId", #""u-42""#), ("text", #""Your parcel has arrived.""#)],
                result: Self.notifyResult("queued")),
            ExampleDescription(
                "markup, a button, and a key that makes it safe to repeat",
                [
                    ("userId", #""u-42""#), ("text", #""<b>Parcel 4711</b> has arrived.""#), ("parseMode", #""HTML""#),
                    ("buttons", #"[[{"text":"Details","url":"https://app.example.com/parcels/4711"}]]"#),
                    ("lane", #""urgent""#), ("expiresInSeconds", "3600"), ("sendAt", #""2026-11-21T07:00:00.000Z""#),
                    ("onUncertain", #""resend""#), ("idempotencyKey", #""parcel-4711-arrived""#),
                ], result: Self.notifyResult("scheduled")),
        ])

    private static func notifyResult(_ state: String) -> String {
        """
        {"notificationIds":["01a1fa9c-7884-7c7b-821f-95e3a8460d72"],\
        "notificationId":"01a1fa9c-7884-7c7b-821f-95e3a8460d72","state":"\(state)","seq":10}
        """
    }

    private static let notifyParameters: [ParameterDescription] = [
        .optional("userId", .userID("Whom it is for; or name linkId.")),
        .optional("linkId", .id("The link it goes to; or name userId.")),
        .required(
            "text",
            .string(
                """
                What to say: at most \(MarkupCheck.visibleScalarsMax) characters once markup is read, and \
                \(MarkupCheck.rawBytesMax) bytes.
                """
            ).length(1...MarkupCheck.rawBytesMax)),
        .optional("parseMode", .word(ParseMode.self, "How Telegram reads markup in it; none if absent.")),
        .optional("disableNotification", .flag("Deliver it without a sound.").standing(for: .flag(false))),
        .optional("protectContent", .flag("Keep it from being forwarded and saved.").standing(for: .flag(false))),
        .optional("disablePreview", .flag("Show no preview of links in it.").standing(for: .flag(false))),
        .optional(
            "buttons",
            .array(
                "Rows of inline buttons, each a Telegram InlineKeyboardButton.",
                of: .array("A row.", of: .object("A button.", [.always("text", .string("What is on it."))])))),
        .optional(
            "lane",
            .word(Lane.self, "Urgent goes before normal, normal before bulk.")
                .standing(for: .text(Lane.normal.rawValue))),
        .optional(
            "expiresInSeconds",
            .integer(
                "It is not sent later than this after sendAt, or after now; never expires if absent.",
                NotifyRequest.expiresInSeconds)),
        .optional("sendAt", .time("It is not sent before; any offset, at once if absent.")),
        .optional(
            "onUncertain",
            .word(OnUncertain.self, "What to do when nobody can know whether it arrived.")
                .standing(for: .text(OnUncertain.drop.rawValue))),
        .optional(
            "idempotencyKey",
            .string("Of your making, 1 to 256 bytes: it makes repeating the call safe.")
                .length(NotifyRequest.keyBytes)),
    ]

    private static let getNotification = MethodDescription(
        name: "getNotification", summary: "See what became of a notification.", scope: .read,
        parameters: [Self.notificationID], result: .reference("Notification"),
        errors: RPCError.reading(parameter: "notificationId", [.notificationNotFound]),
        examples: [ExampleDescription("sent", [Self.idExample], result: Self.notificationExample)])

    private static let listNotifications = MethodDescription(
        name: "listNotifications", summary: "List notifications, oldest first.", scope: .read,
        parameters: [
            .optional("userId", .userID("Only this user's.")),
            .optional("state", .word(PublicState.self, "Only those in this state.")), .optional("limit", .limit),
            .optional("cursor", .cursor),
        ],
        result: .object(
            "A page.",
            [
                .always("notifications", .array("Oldest first.", of: .reference("Notification"))),
                .maybe("nextCursor", .nextCursor),
            ]),
        errors: RPCError.reading(parameter: "limit", [.answerTooLarge]),
        examples: [
            ExampleDescription(
                "a user's", [("userId", #""u-42""#)], result: #"{"notifications":[\#(Self.notificationExample)]}"#)
        ])

    private static let cancelNotification = MethodDescription(
        name: "cancelNotification", summary: "Call a notification back while it waits.", scope: .notify,
        parameters: [Self.notificationID],
        result: .object(
            "What was done.",
            [
                .always("cancelled", .flag("False if it was too late: it is being sent, or it ended.")),
                .always("state", .word(PublicState.self, "Its state now.")),
            ]),
        errors: RPCError.ordering(parameter: "notificationId", [.notificationNotFound]),
        examples: [
            ExampleDescription("in time", [Self.idExample], result: #"{"cancelled":true,"state":"cancelled"}"#),
            ExampleDescription("too late", [Self.idExample], result: #"{"cancelled":false,"state":"sent"}"#),
        ])
}
