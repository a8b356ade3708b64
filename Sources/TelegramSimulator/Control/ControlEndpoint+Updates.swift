import JSON

/// `/control/updates`: what waits for the bot.
extension ControlEndpoint {
    func updates(_ request: ControlRequest) throws(ControlError) -> [UInt8] {
        switch (request.method, request.path.dropFirst().first) {
        case ("GET", nil):
            let pending = self.simulator.pendingUpdates(limit: 1_000)
            return JSONWriter.object {
                $0.member("updates", array: { for update in pending { $0.raw(update) } })
            }
        case ("POST", nil):
            guard !request.body.isEmpty else { throw .invalid("The body is the update.") }
            let isVerbatim = request.query.bool("verbatim")
            return Self.json(
                try Self.action { () throws(ActionRefusal) in
                    try self.simulator.inject(
                        update: String(decoding: request.body, as: UTF8.self), isVerbatim: isVerbatim)
                })
        case ("POST", "renumber"):
            let asked = try request.int("next")
            let next = try Self.action { () throws(ActionRefusal) in try self.simulator.renumberUpdates(next: asked) }
            return JSONWriter.object { $0.member("nextId", next) }
        default: throw .notFound
        }
    }
}
