internal import JSONRPC

extension MethodDescription {
    static let links: [MethodDescription] = [.getRegistration, .confirmLink, .listLinks, .revokeLink]

    static let linkExample = """
        {"linkId":"01a1fa9a-4eb3-751d-80e8-b7a92f4c6031","userId":"u-42","chatId":7001,"chatType":"private",\
        "username":"ada","firstName":"Ada","language":"en","state":"active",\
        "linkedAt":"2026-11-20T20:16:19.123Z","updatedAt":"2026-11-20T20:16:19.123Z"}
        """
    private static let code = ParameterDescription.required(
        "code", .string("The code from the confirmation address that the bot sent.").length(1...256))
    private static let codeExample = (name: "code", json: #""AaH6mbbafgSKbTuRXI8ncEFSkHaVlEYOLkhZIpBPNF0""#)

    private static let getRegistration = MethodDescription(
        name: "getRegistration", summary: "See which chat a registration code would link.",
        description: "For the page that asks the signed-in user to confirm. Looking links nothing.", scope: .issue,
        parameters: [Self.code],
        result: .object(
            "The chat that asked.",
            [
                .always("codeId", .id("The code's id.")),
                .always(
                    "chat",
                    .object(
                        "What to show.",
                        [
                            .always("type", .string("Telegram's word: private, group, supergroup or channel.")),
                            .maybe("title", .string("A group's title.")),
                            .maybe("username", .string("The chat's username.")),
                            .maybe("firstName", .string("The person's first name.")),
                        ])),
                .always("expiresAt", .time("From this instant on it cannot be confirmed.")),
            ]),
        errors: RPCError.reading(parameter: "code", RPCError.registration),
        examples: [
            ExampleDescription(
                "a private chat", [Self.codeExample],
                result: """
                    {"codeId":"01a1fa99-b6da-7e04-8a6d-3b915c8f2770",\
                    "chat":{"type":"private","username":"ada","firstName":"Ada"},\
                    "expiresAt":"2026-11-20T20:30:40.250Z"}
                    """)
        ])

    private static let confirmLink = MethodDescription(
        name: "confirmLink", summary: "Link the chat of a registration code to a user.",
        description: "Call it once the user, signed in, has confirmed what getRegistration shows. A code links once.",
        scope: .issue,
        parameters: [Self.code, .required("userId", .userID("The user who is signed in and confirmed."))],
        result: .object(
            "The new link.",
            [.always("link", .reference("Link")), .always("seq", .seq("The last event of this call."))]
        ),
        errors: RPCError.ordering(parameter: "code", RPCError.registration),
        examples: [
            ExampleDescription(
                "confirmed", [Self.codeExample, ("userId", #""u-42""#)],
                result: #"{"link":\#(Self.linkExample),"seq":9}"#)
        ])

    private static let listLinks = MethodDescription(
        name: "listLinks", summary: "List links, oldest first.", scope: .read,
        parameters: [
            .optional("userId", .userID("Only this user's.")), .optional("chatId", .chatID("Only this chat's.")),
            .optional("state", .word(LinkStateName.self, "Only these; active and suspended ones if absent.")),
            .optional("limit", .limit), .optional("cursor", .cursor),
        ],
        result: .object(
            "A page.",
            [
                .always("links", .array("Oldest first.", of: .reference("Link"))),
                .maybe("nextCursor", .nextCursor),
            ]),
        errors: RPCError.reading(parameter: "limit", [.answerTooLarge]),
        examples: [
            ExampleDescription(
                "a user's links", [("userId", #""u-42""#)], result: #"{"links":[\#(Self.linkExample)]}"#),
            ExampleDescription(
                "page by page", [("limit", "1")],
                result: #"{"links":[\#(Self.linkExample)],"nextCursor":"AaH6mk6zdR2A6LepL0xgMQ"}"#),
        ])

    private static let revokeLink = MethodDescription(
        name: "revokeLink", summary: "End a link, or a user's links.",
        description: "Name linkId alone, or userId, and chatId to mean the user's link in that chat only.",
        scope: .issue,
        parameters: [
            .optional("linkId", .id("The link.")), .optional("userId", .userID("The user whose links end.")),
            .optional("chatId", .chatID("Only the link in this chat.")),
        ], byPosition: false,
        result: .object(
            "What was done.",
            [
                .always("revoked", .count("How many links ended; 0 if they had ended before.")),
                .maybe("seq", .seq("The last event of this call; absent if there was none.")),
            ]),
        errors: RPCError.ordering(parameter: "linkId", [.linkNotFound]),
        examples: [
            ExampleDescription(
                "one link", [("linkId", #""01a1fa9a-4eb3-751d-80e8-b7a92f4c6031""#)],
                result: #"{"revoked":1,"seq":12}"#),
            ExampleDescription("a user without links", [("userId", #""u-43""#)], result: #"{"revoked":0}"#),
        ])
}
