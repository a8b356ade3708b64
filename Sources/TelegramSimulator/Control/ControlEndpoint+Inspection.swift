import JSON

/// `/control/state`, `/control/messages`, `/control/callbacks`: what happened.
extension ControlEndpoint {
    private static let messagesMax: Int64 = 1_000

    var state: [UInt8] {
        let status = self.simulator.status
        let configuration = self.simulator.configuration
        return JSONWriter.object(capacity: 1_024) {
            $0.member(
                "bot",
                object: {
                    $0.member("id", configuration.bot.id)
                    $0.member("username", configuration.bot.username)
                    $0.member("firstName", configuration.bot.firstName)
                })
            $0.member(
                "updates",
                object: {
                    $0.member("pending", status.pendingUpdates)
                    $0.member("nextId", status.nextUpdateID)
                    $0.member("dropped", status.droppedUpdates)
                    $0.member("expired", status.expiredUpdates)
                    $0.member("allowed", array: { for name in status.allowedUpdates { $0.string(name) } })
                })
            $0.member("polling", status.isPolling)
            if let webhook = status.webhook { $0.member("webhook", object: { Self.write(webhook, to: &$0) }) }
            $0.member(
                "messages",
                object: {
                    $0.member("taken", status.messagesTaken)
                    $0.member("dropped", status.messagesDropped)
                })
            $0.member("calls", object: { Self.write(status.calls, to: &$0) })
            $0.member("failures", object: { Self.writeFailures(status, to: &$0) })
            $0.member("users", array: { for user in self.simulator.users.prefix(1_000) { Self.write(user, to: &$0) } })
            $0.member(
                "groups", array: { for group in self.simulator.groups.prefix(1_000) { Self.write(group, to: &$0) } })
        }
    }

    /// The messages after `after`, of `chat` or of all, `limit` at most; with `wait`, the first is waited for that many
    /// seconds.
    func messages(_ request: ControlRequest) async throws(ControlError) -> [UInt8] {
        let query = request.query
        let chat = query.has("chat") ? query.int("chat") : nil
        let after = UInt64(clamping: query.int("after"))
        let limit = Int(query.int("limit", in: 1...Self.messagesMax, standard: Self.messagesMax))
        var messages = self.simulator.messages(chat: chat, after: after, limit: limit)
        if messages.isEmpty, query.has("wait") {
            let patience = min(.seconds(query.int("wait")), SimulatorLimits.controlWait)
            let found = try? await self.simulator.waitForMessages(chat: chat, after: after, timeout: patience)
            messages = Array((found ?? []).prefix(limit))
        }
        return JSONWriter.object(capacity: 256 * messages.count + 64) {
            $0.member("messages", array: { for message in messages { message.write(to: &$0) } })
            $0.member("last", messages.last?.sequence ?? after)
        }
    }

    /// A tap and the bot's answer to it; with `wait`, the answer is waited for that many seconds.
    func callback(_ request: ControlRequest) async throws(ControlError) -> [UInt8] {
        let id = request.path[1]
        let patience = min(.seconds(request.query.int("wait")), SimulatorLimits.controlWait)
        let answered = try? await self.simulator.waitForAnswer(toCallback: id, timeout: patience)
        guard let query = answered ?? self.simulator.read({ $0.world.callbacks[id] }) else { throw .notFound }
        return JSONWriter.object {
            $0.member("id", query.id)
            $0.member("userId", query.userID)
            $0.member("data", query.data)
            $0.member("answer", query.answer)
        }
    }

    private static func write(_ webhook: SimulatorStatus.Webhook, to writer: inout JSONWriter) {
        writer.member("url", webhook.url)
        writer.member("hasSecretToken", !webhook.secretToken.isEmpty)
        writer.member("maxConnections", webhook.maxConnections)
        writer.member("lastErrorAt", webhook.lastErrorAt?.milliseconds)
        writer.member("lastErrorMessage", webhook.lastErrorMessage)
    }

    private static func write(_ counts: [String: Int], to writer: inout JSONWriter) {
        for (name, count) in counts.sorted(by: { $0.key < $1.key }) {
            writer.name(name)
            writer.int(count)
        }
    }

    static func writeFailures(_ status: SimulatorStatus, to writer: inout JSONWriter) {
        writer.member("pending", status.pendingFaultRules)
        writer.member(
            "injected",
            object: {
                let counts = status.injectedFaults.map { ($0.key.rawValue, $0.value) }
                Self.write(Dictionary(counts) { $1 }, to: &$0)
            })
    }
}
