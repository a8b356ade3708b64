internal import JSONRPC
internal import Linking

extension MethodDescription {
    static let tokens: [MethodDescription] = [.issueToken, .getToken, .waitForToken, .revokeToken]

    private static let tokenID = ParameterDescription.required("tokenId", .id("The tokenId that issueToken gave."))
    private static let tokenIDExample = (name: "tokenId", json: #""01a1fa99-2311-73a9-8c4f-1e07b2d65893""#)

    private static let issueToken = MethodDescription(
        name: "issueToken", summary: "Make a link token for a user.",
        description: """
            The user opens url and presses Start, or types command in the chat with the bot. The token can be redeemed \
            once. It takes the place of the user's earlier one for the same kind of chat. Nobody but the caller gets \
            to know it: the log holds its SHA-256.
            """,
        scope: .issue,
        parameters: [
            .required("userId", .userID()),
            .optional(
                "ttlSeconds",
                .integer(
                    "How long it can be redeemed; the service's setting if absent, 900 by default.",
                    ServiceMethods.ttlSeconds)),
            .optional(
                "chat",
                .word(ChatKind.self, "The kind of chat it links.").standing(for: .text(ChatKind.private.rawValue))),
            .optional(
                "context",
                .object(
                    """
                    Anything that should be in the log beside the link, at most \
                    \(ServiceMethods.contextBytesMax) bytes and \(ServiceMethods.contextDepthMax) levels.
                    """, [])),
        ],
        result: .object(
            "The token and the ways to hand it to its user.",
            [
                .always("tokenId", .id("For getToken, waitForToken and revokeToken.")),
                .always(
                    "token",
                    .string("The secret: 43 characters of base64url.").length(LinkToken.length...LinkToken.length)),
                .always("url", .string("A web address, for a link or a QR code.")),
                .always("appUrl", .string("An address that opens the Telegram app.")),
                .always("command", .string("What to type in the chat instead.")),
                .always("expiresAt", .time("From this instant on it cannot be redeemed.")),
                .always("seq", .seq("The last event of this call.")),
            ]),
        errors: RPCError.ordering(parameter: "userId"),
        examples: [
            ExampleDescription(
                "a token for a private chat", [("userId", #""u-42""#), ("ttlSeconds", "600")],
                result: """
                    {"tokenId":"01a1fa99-2311-73a9-8c4f-1e07b2d65893",\
                    "token":"AaH6mSMRc6mMTx4HstZYk53U5GEmjIA09chWThVcZ6Y",\
                    "url":"https://t.me/example_bot?start=AaH6mSMRc6mMTx4HstZYk53U5GEmjIA09chWThVcZ6Y",\
                    "appUrl":"tg://resolve?domain=example_bot&start=AaH6mSMRc6mMTx4HstZYk53U5GEmjIA09chWThVcZ6Y",\
                    "command":"/start AaH6mSMRc6mMTx4HstZYk53U5GEmjIA09chWThVcZ6Y",\
                    "expiresAt":"2026-11-20T20:25:02.417Z","seq":2}
                    """)
        ])

    private static let getToken = MethodDescription(
        name: "getToken", summary: "See what became of a token.", scope: .read, parameters: [Self.tokenID],
        result: .reference("Token"), errors: RPCError.reading(parameter: "tokenId", [.tokenNotFound]),
        examples: [
            ExampleDescription(
                "not used yet", [Self.tokenIDExample],
                result: """
                    {"tokenId":"01a1fa99-2311-73a9-8c4f-1e07b2d65893","userId":"u-42","state":"issued",\
                    "issuedAt":"2026-11-20T20:15:02.417Z","expiresAt":"2026-11-20T20:25:02.417Z"}
                    """)
        ])

    private static let waitForToken = MethodDescription(
        name: "waitForToken", summary: "Wait until a token is redeemed, revoked or expired.",
        description: """
            Answers at once if it is no longer issued, as soon as that changes, or at the timeout with the state \
            issued: then call again. Other calls on the connection go on meanwhile.
            """,
        scope: .read,
        parameters: [
            Self.tokenID,
            .optional(
                "timeoutSeconds",
                .integer("How long to wait at most.", ServiceMethods.waitSeconds)
                    .standing(for: .number(ServiceMethods.waitSeconds.upperBound))),
        ],
        result: .reference("Token"),
        errors: RPCError.always(parameter: "tokenId") + [.overloaded, .storageFailed(.notWritten), .tokenNotFound],
        examples: [
            ExampleDescription(
                "the user pressed Start", [Self.tokenIDExample, ("timeoutSeconds", "30")],
                result: """
                    {"tokenId":"01a1fa99-2311-73a9-8c4f-1e07b2d65893","userId":"u-42","state":"redeemed",\
                    "issuedAt":"2026-11-20T20:15:02.417Z","expiresAt":"2026-11-20T20:25:02.417Z",\
                    "link":\(MethodDescription.linkExample)}
                    """)
        ])

    private static let revokeToken = MethodDescription(
        name: "revokeToken", summary: "Void a token before it is redeemed.", scope: .issue,
        parameters: [Self.tokenID],
        result: .object(
            "What was done.",
            [
                .always("revoked", .flag("False if it had ended before.")),
                .maybe("seq", .seq("The last event of this call; absent if there was none.")),
            ]),
        errors: RPCError.ordering(parameter: "tokenId", [.tokenNotFound]),
        examples: [
            ExampleDescription("in time", [Self.tokenIDExample], result: #"{"revoked":true,"seq":3}"#),
            ExampleDescription("too late", [Self.tokenIDExample], result: #"{"revoked":false}"#),
        ])
}
