import JSON
import JSONRPC

/// Asks for notifications until nothing more will happen to them.
struct NotificationWatch {
    /// How long between two questions. The service has no call that waits for a message.
    private static let interval = Duration.milliseconds(200)

    let client: Client
    let seconds: Int

    /// Whether a notification in that state stays in it.
    static func isFinal(_ state: String) -> Bool {
        ["sent", "failed", "expired", "cancelled", "uncertain"].contains(state)
    }

    /// What became of the notifications of `accepted`, the answer to `notify`: `{"notifications":[…]}` in order.
    /// Returns when all are final, or after `seconds` with what they are then.
    func outcome(of accepted: JSONDocument) async throws -> JSONDocument {
        let ids = accepted.root["notificationIds"]?.elements.compactMap { $0.string } ?? []
        let deadline = ContinuousClock.now + .seconds(self.seconds)
        while true {
            let notifications = try await self.ask(for: ids)
            let areFinal = notifications.allSatisfy { Self.isFinal($0.root["state"]?.string ?? "") }
            if areFinal || ContinuousClock.now >= deadline {
                return try Self.list(notifications)
            }
            try await Task.sleep(for: Self.interval)
        }
    }

    private func ask(for ids: [String]) async throws -> [JSONDocument] {
        var notifications: [JSONDocument] = []
        for id in ids {
            let parameters = JSONWriter.object { $0.member("notificationId", id) }
            notifications.append(try await self.client.call("getNotification", params: parameters))
        }
        return notifications
    }

    private static func list(_ notifications: [JSONDocument]) throws -> JSONDocument {
        try JSONDocument(
            JSONWriter.object { writer in
                writer.name("notifications")
                writer.beginArray()
                notifications.forEach { writer.raw($0.bytes) }
                writer.endArray()
            })
    }
}
