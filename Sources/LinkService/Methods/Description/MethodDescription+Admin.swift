internal import JSONRPC

extension MethodDescription {
    static let admin: [MethodDescription] = [.rebuild, .discover]

    private static let rebuild = MethodDescription(
        name: "rebuild", summary: "Regenerate the projections from the log while everything else goes on.",
        scope: .admin,
        parameters: [
            .optional("dryRun", .flag("Only say what would differ, and switch nothing.").standing(for: .flag(false)))
        ],
        result: .object(
            "What was done.",
            [
                .always("events", .count("Events applied.")), .always("seconds", .number("How long it took.")),
                .always("generation", .integer("The generation that was built.")),
                .always("switched", .flag("False after a dry run.")),
                .always("keys", .count("Keys compared.")),
                .always(
                    "differences",
                    .object(
                        "What differed from the projections in use; all 0 unless something is wrong.",
                        [
                            .always("missing", .count("Keys that were missing.")),
                            .always("extra", .count("Keys that no event explains.")),
                            .always("changed", .count("Keys with another value.")),
                            .always("examples", .array("Some of these keys.", of: .string("A key."))),
                        ])),
            ]),
        errors: RPCError.always(parameter: "dryRun") + [.overloaded, .storageFailed(.notWritten)],
        examples: [
            ExampleDescription(
                "nothing differed", [("dryRun", "true")],
                result: """
                    {"events":10,"seconds":0.02,"generation":2,"switched":false,"keys":31,\
                    "differences":{"missing":0,"extra":0,"changed":0,"examples":[]}}
                    """)
        ])

    private static let discover = MethodDescription(
        name: "rpc.discover", summary: "Get this description: an OpenRPC document.",
        result: .object(
            "An OpenRPC document.",
            [
                .always("openrpc", .string("The version of OpenRPC.")),
                .always("info", .object("Title and version.", [])),
                .always("servers", .array("Where it listens unless told otherwise.", of: .object("A server.", []))),
                .always("methods", .array("The methods.", of: .object("A method.", []))),
                .always("components", .object("Schemas and errors.", [])),
                .always("x-limits", .object("Limits: names and numbers.", [])),
            ]),
        errors: RPCError.always(parameter: "0"),
        examples: [
            ExampleDescription(
                "the beginning of it",
                result: """
                    {"openrpc":"\(OpenRPCDocument.specification)",\
                    "info":{"title":"linksvc","version":"\(OpenRPCDocument.version)"},\
                    "servers":[],"methods":[],"components":{},"x-limits":{}}
                    """)
        ])
}
