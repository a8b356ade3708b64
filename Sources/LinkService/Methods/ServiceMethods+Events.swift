internal import Cryptography
internal import EventLog
internal import JSON
internal import JSONRPC
internal import Linking

extension ServiceMethods {
    var eventMethods: [Method] {
        [self.readEvents, self.status, self.ping]
    }

    private var readEvents: Method {
        self.reading("readEvents", ["from", "limit", "types", "userId", "chatId"]) { arguments, _ in
            let from = UInt64(try arguments.integer("from", in: 1...Int64.max) ?? 1)
            let limit = try arguments.integer("limit", in: EventQuery.limits) ?? Int64(EventQuery.limitDefault)
            let types = try arguments.optional("types", "a list of event types") { value in
                value.kind == .array ? value.elements.map { $0.string ?? "" } : nil
            }
            let query = EventQuery(
                from: from, limit: Int(limit), types: types.map(Set.init), user: try arguments.optionalUser()?.text,
                chat: try arguments.optionalChat()?.value)
            let page = try query.run(self.core.log)
            return RPCResult { writer in
                writer.name("events")
                writer.beginArray()
                for event in page.events { writer.raw(event) }
                writer.endArray()
                writer.member("next", page.next)
                writer.member("head", page.head)
            }
        }
    }

    private var status: Method {
        Method(
            "status", parameters: [],
            handler: .immediate { call throws(RPCError) in
                _ = try Arguments(call)
                return RPCResult { self.core.status().write(to: &$0) }
            })
    }

    private var ping: Method {
        Method(
            "ping", parameters: [], notification: true,
            handler: .immediate { call throws(RPCError) in
                _ = try Arguments(call)
                return .empty
            })
    }
}

extension JSONWriter {
    /// The head of the log.
    mutating func member(_ name: StaticString, _ head: LogHead) {
        self.name(name)
        self.beginObject()
        self.member("seq", head.seq)
        self.member("root", head.root.hex)
        self.endObject()
    }
}
