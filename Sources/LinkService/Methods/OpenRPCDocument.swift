internal import JSON
internal import JSONRPC

/// The description of the interface that `rpc.discover` serves; `Protocol/openrpc.json` is the same, indented.
enum OpenRPCDocument {
    /// The version of OpenRPC that it follows.
    static let specification = "1.3.2"
    /// The interface's own version: the minor number rises with additions. Nothing is ever taken away.
    static let version = "0.1.0"

    /// The document, put together once.
    static let bytes: [UInt8] = JSONWriter.object(capacity: 64 << 10) { writer in
        writer.member("openrpc", Self.specification)
        Self.writeInfo(to: &writer)
        Self.writeServers(to: &writer)
        writer.name("methods")
        writer.array { list in MethodDescription.all.forEach { $0.write(to: &list) } }
        Self.writeComponents(to: &writer)
        Self.writeLimits(.service, to: &writer)
    }

    private static func writeInfo(to writer: inout JSONWriter) {
        writer.name("info")
        writer.object { info in
            info.member("title", "linksvc")
            info.member("version", Self.version)
            info.member(
                "description",
                """
                Links the users of an application to their Telegram chats and sends them notifications. JSON-RPC 2.0 \
                over TCP, one JSON text a line. Results are objects to which members may be added: ignore what you \
                do not know. Any call can also be answered with an error of components.errors whose code is in \
                JSON-RPC's own range.
                """)
            info.name("license")
            info.object { $0.member("name", "Apache-2.0") }
        }
    }

    private static func writeServers(to writer: inout JSONWriter) {
        writer.name("servers")
        writer.array { list in
            list.object { server in
                server.member("name", "default")
                server.member("url", "tcp://127.0.0.1:7410")
            }
        }
    }

    private static func writeComponents(to writer: inout JSONWriter) {
        writer.name("components")
        writer.object { components in
            components.name("schemas")
            components.object { schemas in
                for (name, schema) in Schema.components {
                    schemas.name(name)
                    schema.write(to: &schemas)
                }
            }
            components.name("errors")
            components.object { errors in
                for error in RPCError.catalogue {
                    errors.name(error.name ?? "\(error.code)")
                    error.write(to: &errors)
                }
            }
        }
    }

    private static func writeLimits(_ limits: Limits, to writer: inout JSONWriter) {
        writer.name("x-limits")
        writer.object { object in
            object.member("frameBytes", limits.frameBytes)
            object.member("nesting", limits.nesting)
            object.member("members", limits.members)
            object.member("stringBytes", limits.stringBytes)
            object.member("idBytes", limits.idBytes)
            object.member("methodBytes", limits.methodBytes)
            object.member("batch", limits.batch)
            object.member("inFlight", limits.inFlight)
            object.member("answerBytes", limits.answerBytes)
            object.member("requestDeadlineSeconds", limits.requestDeadline.components.seconds)
            object.member("idleSeconds", limits.idle.components.seconds)
        }
    }
}
