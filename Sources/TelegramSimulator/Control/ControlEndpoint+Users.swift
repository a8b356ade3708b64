import JSON

/// `/control/users`: what users do in the private chat.
extension ControlEndpoint {
    func users(_ request: ControlRequest) throws(ControlError) -> [UInt8] {
        guard request.path.count > 1 else {
            guard request.method == "GET" else { throw .notFound }
            return JSONWriter.object {
                $0.member("users", array: { for user in self.simulator.users { Self.write(user, to: &$0) } })
            }
        }
        guard let id = Int64(request.path[1]) else { throw .invalid("The user's id must be a whole number.") }
        let action = request.path.count == 3 ? request.path[2] : ""
        guard request.path.count <= 3 else { throw .notFound }
        switch (request.method, action) {
        case ("GET", ""): return try self.user(id)
        case ("POST", ""):
            let profile = try self.profile(request, id)
            _ = try Self.action { () throws(ActionRefusal) in try self.simulator.meet(user: id, profile: profile) }
            return try self.user(id)
        case ("POST", _): return try self.act(action, as: id, request)
        default: throw .notFound
        }
    }

    private func act(_ action: String, as id: Int64, _ request: ControlRequest) throws(ControlError) -> [UInt8] {
        let simulator = self.simulator
        let receipt: ActionReceipt
        switch action {
        case "start":
            let (payload, profile) = (try request.string("payload"), try self.profile(request, id))
            receipt = try Self.action { () throws(ActionRefusal) in
                try simulator.start(user: id, payload: payload, profile: profile)
            }
        case "text":
            let text = try request.required(try request.string("text"), "text")
            let (chat, thread) = (try request.int("chat"), try request.int("thread"))
            let profile = try self.profile(request, id)
            receipt = try Self.action { () throws(ActionRefusal) in
                try simulator.type(text, user: id, in: chat, thread: thread, profile: profile)
            }
        case "photo":
            let caption = try request.string("caption")
            receipt = try Self.action { () throws(ActionRefusal) in
                try simulator.sendPhoto(user: id, caption: caption)
            }
        case "edit": receipt = try self.edit(request, id)
        case "tap": return try self.tap(request, id)
        case "block": receipt = try Self.action { () throws(ActionRefusal) in try simulator.block(user: id) }
        case "unblock":
            let start = try request.bool("start") ?? false
            receipt = try Self.action { () throws(ActionRefusal) in try simulator.unblock(user: id, start: start) }
        case "delete":
            try Self.action { () throws(ActionRefusal) in try simulator.deleteAccount(user: id) }
            receipt = ActionReceipt()
        default: throw .notFound
        }
        return Self.json(receipt)
    }

    private func edit(_ request: ControlRequest, _ id: Int64) throws(ControlError) -> ActionReceipt {
        let text = try request.required(try request.string("text"), "text")
        let message = try request.required(try request.int("messageId"), "messageId")
        let chat = try request.int("chat")
        return try Self.action { () throws(ActionRefusal) in
            try self.simulator.edit(message: message, to: text, user: id, in: chat)
        }
    }

    private func tap(_ request: ControlRequest, _ id: Int64) throws(ControlError) -> [UInt8] {
        let message = try request.required(try request.int("messageId"), "messageId")
        let (chat, data) = (try request.int("chat"), try request.string("data"))
        let (query, receipt) = try Self.action { () throws(ActionRefusal) in
            try self.simulator.tap(user: id, in: chat, message: message, data: data)
        }
        return JSONWriter.object {
            $0.member("callbackId", query.id)
            Self.write(receipt, to: &$0)
        }
    }

    private func profile(_ request: ControlRequest, _ id: Int64) throws(ControlError) -> Profile? {
        try request.profile(over: self.simulator.user(id)?.profile, user: id)
    }

    private func user(_ id: Int64) throws(ControlError) -> [UInt8] {
        guard let user = self.simulator.user(id) else { throw ControlError(.unknownUser(id)) }
        var writer = JSONWriter()
        Self.write(user, to: &writer)
        return writer.bytes
    }

    static func write(_ user: SimulatedUser, to writer: inout JSONWriter) {
        writer.object {
            $0.member("id", user.id)
            $0.member("state", user.state.rawValue)
            $0.member("firstName", user.profile.firstName)
            $0.member("lastName", user.profile.lastName)
            $0.member("username", user.profile.username)
            $0.member("languageCode", user.profile.languageCode)
        }
    }
}
