import JSON

/// `/control/groups`: what people do with groups and channels.
extension ControlEndpoint {
    func groups(_ request: ControlRequest) throws(ControlError) -> [UInt8] {
        guard request.path.count > 1 else {
            if request.method == "POST" { return try self.createGroup(request) }
            guard request.method == "GET" else { throw .notFound }
            return JSONWriter.object {
                $0.member("groups", array: { for group in self.simulator.groups { Self.write(group, to: &$0) } })
            }
        }
        guard let id = Int64(request.path[1]) else { throw .invalid("The group's id must be a whole number.") }
        switch (request.method, request.path.count) {
        case ("GET", 2): return try self.group(id)
        case ("POST", 3): return try self.act(request.path[2], in: id, request)
        default: throw .notFound
        }
    }

    /// Creates a group; with a `userId`, this user adds the bot too, or with a `payload` starts it there.
    private func createGroup(_ request: ControlRequest) throws(ControlError) -> [UInt8] {
        let name = try request.string("kind") ?? "group"
        guard let kind = SimulatedGroup.Kind(rawValue: name) else {
            throw .invalid("kind must be group, supergroup or channel.")
        }
        let (title, username) = (try request.string("title") ?? "Group", try request.string("username"))
        let (asked, user) = (try request.int("id"), try request.int("userId"))
        let payload = try request.string("payload")
        let id = try Self.action { () throws(ActionRefusal) in
            let id = try self.simulator.createGroup(kind, title: title, id: asked, username: username).id
            guard let user else { return id }
            if let payload {
                try self.simulator.start(group: id, by: user, payload: payload)
            } else {
                try self.simulator.addBot(to: id, by: user)
            }
            return id
        }
        return try self.group(id)
    }

    private func act(_ action: String, in id: Int64, _ request: ControlRequest) throws(ControlError) -> [UInt8] {
        let simulator = self.simulator
        let user = try request.int("userId")
        switch action {
        case "add":
            let isAdministrator = try request.bool("administrator") ?? false
            return try self.receipt(user) { user throws(ActionRefusal) in
                try simulator.addBot(to: id, by: user, asAdministrator: isAdministrator)
            }
        case "remove":
            let isBan = try request.bool("ban") ?? true
            return try self.receipt(user) { user throws(ActionRefusal) in
                try simulator.removeBot(from: id, by: user, isBan: isBan)
            }
        case "start":
            let (payload, thread) = (try request.string("payload"), try request.int("thread"))
            return try self.receipt(user) { user throws(ActionRefusal) in
                try simulator.start(group: id, by: user, payload: payload, thread: thread)
            }
        case "migrate": return try self.migrate(request, id)
        case "post":
            let text = try request.required(try request.string("text"), "text")
            return Self.json(try Self.action { () throws(ActionRefusal) in try simulator.post(text, in: id) })
        default: return try self.administer(action, id, request)
        }
    }

    private func administer(
        _ action: String, _ id: Int64, _ request: ControlRequest
    ) throws(ControlError) -> [UInt8] {
        let simulator = self.simulator
        switch action {
        case "delete": try Self.action { () throws(ActionRefusal) in try simulator.deleteGroup(id) }
        case "rights":
            let canSend = try request.required(try request.bool("canSend"), "canSend")
            try Self.action { () throws(ActionRefusal) in try simulator.setCanSend(canSend, in: id) }
        case "topic":
            let thread = try Self.action { () throws(ActionRefusal) in try simulator.openTopic(in: id) }
            return JSONWriter.object { $0.member("thread", thread) }
        case "deleteTopic":
            let thread = try request.required(try request.int("thread"), "thread")
            try Self.action { () throws(ActionRefusal) in try simulator.deleteTopic(thread, in: id) }
        default: throw .notFound
        }
        return Self.done
    }

    private func migrate(_ request: ControlRequest, _ id: Int64) throws(ControlError) -> [UInt8] {
        let user = try request.required(try request.int("userId"), "userId")
        let asked = try request.int("to")
        let (supergroup, receipt) = try Self.action { () throws(ActionRefusal) in
            try self.simulator.migrate(group: id, by: user, to: asked)
        }
        return JSONWriter.object {
            $0.member("id", supergroup)
            Self.write(receipt, to: &$0)
        }
    }

    private func receipt(
        _ user: Int64?, _ action: (Int64) throws(ActionRefusal) -> ActionReceipt
    ) throws(ControlError) -> [UInt8] {
        guard let user else { throw .invalid("userId is missing.") }
        return Self.json(try Self.action { () throws(ActionRefusal) in try action(user) })
    }

    private func group(_ id: Int64) throws(ControlError) -> [UInt8] {
        guard let group = self.simulator.group(id) else { throw ControlError(.unknownGroup(id)) }
        var writer = JSONWriter()
        Self.write(group, to: &writer)
        return writer.bytes
    }

    static func write(_ group: SimulatedGroup, to writer: inout JSONWriter) {
        writer.object {
            $0.member("id", group.id)
            $0.member("kind", group.kind.rawValue)
            $0.member("title", group.title)
            $0.member("username", group.username)
            $0.member("botState", group.botState.name)
            if case .upgraded(let id) = group.botState { $0.member("upgradedTo", id) }
            $0.member("canSend", group.canSend)
            $0.member("topics", array: { for topic in group.topics.sorted() { $0.int(topic) } })
        }
    }
}
