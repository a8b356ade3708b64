package import EventLog
package import JSON
package import TelegramBot

/// How the service is: what `status`, `/status` and `/metrics` tell.
package struct ServiceStatus: Sendable {
    package static let version = "0.1.0"

    package var head: LogHead
    package var bot: BotProfile?
    package var logID: String?
    package var projections: [(name: String, version: UInt64, seq: UInt64)]
    package var counts: Counts
    package var links: LinkCounts
    package var notificationsWaiting: UInt64
    package var commandsWaiting = 0
    package var receiver: ReceiverStatus.Snapshot?
    package var dispatcher: DispatcherStatus?
    package var rebuild: (seq: UInt64, head: UInt64)?
    package var uptimeSeconds: Int64 = 0

    /// What the log and the projections say; the rest is for the running service to fill in.
    package init(log: any EventLog, bot: BotProfile?, store: ProjectionStore) {
        let summary = store.summary
        let checkpoint = store.checkpoint
        self.head = log.head
        self.bot = bot
        self.projections = Projections.all.map { ($0.name, $0.version, checkpoint) }
        self.counts = summary.counts
        self.links = summary.links
        self.notificationsWaiting = summary.notifications.waiting
    }

    package func write(to writer: inout JSONWriter) {
        writer.member("version", Self.version)
        writer.member("logId", self.logID)
        if let bot = self.bot {
            writer.name("bot")
            writer.beginObject()
            writer.member("id", bot.id)
            writer.member("username", bot.username)
            writer.endObject()
        }
        writer.member("head", self.head)
        self.writeProjections(to: &writer)
        self.writeReceiver(to: &writer)
        self.writeQueue(to: &writer)
        self.writeCounts(to: &writer)
        if let rebuild = self.rebuild {
            writer.name("rebuild")
            writer.beginObject()
            writer.member("seq", rebuild.seq)
            writer.member("head", rebuild.head)
            writer.endObject()
        }
        writer.member("uptimeSeconds", self.uptimeSeconds)
    }

    private func writeProjections(to writer: inout JSONWriter) {
        writer.name("projections")
        writer.beginArray()
        for projection in self.projections {
            writer.beginObject()
            writer.member("name", projection.name)
            writer.member("version", projection.version)
            writer.member("seq", projection.seq)
            writer.endObject()
        }
        writer.endArray()
    }

    private func writeReceiver(to writer: inout JSONWriter) {
        guard let receiver = self.receiver else { return }
        writer.name("receiver")
        writer.beginObject()
        writer.member("mode", receiver.mode.rawValue)
        writer.member("state", receiver.state.name)
        writer.member("since", receiver.since.asRecordTime)
        writer.member("updates", receiver.updates)
        writer.member("lastUpdateAt", receiver.lastUpdateAt?.asRecordTime)
        writer.member("lastError", receiver.lastError)
        writer.member("lastErrorAt", receiver.lastErrorAt?.asRecordTime)
        writer.endObject()
    }

    private func writeQueue(to writer: inout JSONWriter) {
        writer.name("queue")
        writer.beginObject()
        writer.member("waiting", self.notificationsWaiting)
        writer.member("commands", self.commandsWaiting)
        if let dispatcher = self.dispatcher { writer.members(of: dispatcher) }
        writer.endObject()
    }

    private func writeCounts(to writer: inout JSONWriter) {
        writer.name("counts")
        writer.beginObject()
        for (name, path) in Counts.all {
            writer.name(name)
            writer.int(self.counts[keyPath: path])
        }
        writer.member("linksActive", self.links.active)
        writer.member("linksSuspended", self.links.suspended)
        writer.member("linksRevoked", self.links.revoked)
        writer.endObject()
    }
}

extension Int64 {
    /// Milliseconds since 1970 as the log writes times.
    fileprivate var asRecordTime: String { RecordTime.text(self) }
}
