internal import JSONRPC

extension MethodDescription {
    static let events: [MethodDescription] = [.readEvents, .status, .ping]

    private static let headExample =
        #"{"seq":10,"root":"4813494d137e1631bba301d5acab6e7bb7aa74ce1185d456565ef51d737677b2"}"#

    private static let readEvents = MethodDescription(
        name: "readEvents", summary: "Read the log.",
        description: """
            Records come byte for byte as they are stored, which is what the Merkle tree covers. Read on from next; \
            everything is read when next is head.seq + 1. A filter may give an empty page before the end. An answer \
            holds at most \(EventQuery.bytesMax) bytes of records, but always one.
            """,
        scope: .audit,
        parameters: [
            .optional("from", .seq("The first record wanted.").standing(for: .number(1))),
            .optional(
                "limit",
                .integer("How many records to give at most.", EventQuery.limits)
                    .standing(for: .number(Int64(EventQuery.limitDefault)))),
            .optional("types", .array("Only these types.", of: .string("A type, such as link.confirmed."))),
            .optional("userId", .userID("Only those about this user.")),
            .optional("chatId", .chatID("Only those about this chat.")),
        ],
        result: .object(
            "Records in order.",
            [
                .always("events", .array("The records.", of: .reference("Event"))),
                .always("next", .seq("Where to read on.")), .always("head", .reference("Head")),
            ]),
        errors: RPCError.reading(parameter: "from", [.answerTooLarge]),
        examples: [
            ExampleDescription(
                "links only", [("from", "1"), ("types", #"["link.confirmed"]"#)],
                result: """
                    {"events":[{"seq":5,"time":"2026-11-20T20:16:19.123Z","type":"link.confirmed","v":1,\
                    "by":"telegram","cause":3,"data":{"linkId":"01a1fa9a-4eb3-751d-80e8-b7a92f4c6031",\
                    "chatType":"private","via":"token","tokenId":"01a1fa99-2311-73a9-8c4f-1e07b2d65893"},\
                    "personal":{"userId":"u-42","chatId":7001,"username":"ada","firstName":"Ada","language":"en"}}],\
                    "next":11,"head":\(Self.headExample)}
                    """)
        ])

    private static let status = MethodDescription(
        name: "status", summary: "See how the service is.", scope: .read, result: Self.statusResult,
        errors: RPCError.always(parameter: "0"),
        examples: [
            ExampleDescription(
                "at work",
                result: """
                    {"version":"0.1.0","logId":"01a1fa98-0000-7000-8000-000000000001",\
                    "bot":{"id":123456,"username":"example_bot"},"head":\(Self.headExample),\
                    "projections":[{"name":"links","version":1,"seq":10}],\
                    "receiver":{"mode":"polling","state":"receiving","since":"2026-11-20T20:14:00.000Z","updates":1,\
                    "lastUpdateAt":"2026-11-20T20:16:19.120Z"},\
                    "queue":{"waiting":0,"commands":0,"inFlight":0,"attempts":2,"sent":2,"deferred":0,\
                    "rateLimited":0,"uncertain":0},\
                    "counts":{"updates":1,"tokensIssued":1,"tokensRedeemed":1,"linksActive":1},"uptimeSeconds":320}
                    """)
        ])

    private static let statusResult = Schema.object(
        "How everything is.",
        [
            .always("version", .string("The program's version.")),
            .maybe("logId", .string("The log's own id; absent before the first start has reached Telegram.")),
            .maybe(
                "bot",
                .object("The bot.", [.always("id", .integer("Its id.")), .always("username", .string("Its name."))])),
            .always("head", .reference("Head")),
            .always("projections", .array("How far each projection is.", of: Self.projection)),
            .maybe("receiver", Self.receiver), .always("queue", Self.queue),
            .always("counts", .object("How many of what there are: names and numbers.", [])),
            .maybe(
                "rebuild",
                .object(
                    "How far a rebuild is.",
                    [.always("seq", .count("Applied.")), .always("head", .count("To be applied."))])),
            .always("uptimeSeconds", .count("Since the start.")),
        ])

    private static let projection = Schema.object(
        "A projection.",
        [
            .always("name", .string("Its name.")), .always("version", .integer("The version of its fold.")),
            .always("seq", .count("The last record it has applied.")),
        ])

    private static let receiver = Schema.object(
        "How receiving from Telegram goes.",
        [
            .always("mode", .words(["polling", "webhook"], "Where updates come from.")),
            .always(
                "state",
                .words(
                    ["starting", "receiving", "backingOff", "unauthorized", "stopped"],
                    "How it goes.")),
            .always("since", .time("Since when it goes like that.")),
            .always("updates", .count("Updates since the start.")),
            .maybe("lastUpdateAt", .time("When the last one came.")),
            .maybe("lastError", .string("What failed last.")), .maybe("lastErrorAt", .time("When that was.")),
        ])

    private static let queue = Schema.object(
        "How sending goes. Numbers of attempts and what came of them are since the start.",
        [
            .always("waiting", .count("Notifications that are not final.")),
            .always("commands", .count("Commands that wait for the log.")),
            .maybe("inFlight", .count("Messages that Telegram is being given.")),
            .maybe("scheduled", .count("Messages whose time has not come.")),
            .maybe("chatsBlocked", .count("Chats that Telegram asked to leave alone for a while.")),
            .maybe(
                "unauthorizedUntil",
                .string("When the bot's token, which Telegram refused, is tried again; or the word probing.")),
            .maybe("pausedUntil", .time("Nothing is sent before, because Telegram asked for it.")),
            .maybe("attempts", .count("Messages handed to Telegram.")), .maybe("sent", .count("Taken.")),
            .maybe("deferred", .count("Put off.")), .maybe("rateLimited", .count("Put off by a 429.")),
            .maybe("failed", .count("Given up.")), .maybe("expired", .count("Too late.")),
            .maybe("uncertain", .count("Nobody can know.")),
            .maybe("journalFailures", .count("Outcomes that had to be recorded once more.")),
            .maybe("lastError", .string("What failed last.")), .maybe("lastErrorAt", .time("When that was.")),
        ])

    private static let ping = MethodDescription(
        name: "ping", summary: "Do nothing, and say so.",
        description: "Keeps a connection from being closed as idle. As a notification it does so without an answer.",
        allowsNotification: true, result: .object("Nothing.", []), errors: RPCError.always(parameter: "0"),
        examples: [ExampleDescription("ping", result: "{}")])
}
