internal import EventLog
internal import JSONRPC
internal import Linking
internal import TelegramBot

/// What the service counts, in Prometheus' text format.
struct MetricsPage {
    private var lines: [String] = []

    init(_ status: ServiceStatus, _ rpc: Statistics) {
        self.gauge("linksvc_log_seq", "Last record of the log.", status.head.seq)
        self.gauge("linksvc_uptime_seconds", "Seconds since the start.", status.uptimeSeconds)
        self.gauge("linksvc_commands_waiting", "Commands in the journal's queue.", status.commandsWaiting)
        self.addLinks(status)
        self.addNotifications(status)
        for (name, path) in Counts.all {
            self.counter("linksvc_\(Self.snake(name))_total", "Events of the log.", status.counts[keyPath: path])
        }
        if let receiver = status.receiver {
            self.counter("linksvc_updates_delivered_total", "Updates taken, repeated ones too.", receiver.updates)
            self.gauge("linksvc_receiver_ok", "1 while updates come in.", receiver.state.name == "ok" ? 1 : 0)
        }
        self.addCalls(rpc)
    }

    /// The page.
    var text: String { self.lines.joined(separator: "\n") + "\n" }

    private mutating func addLinks(_ status: ServiceStatus) {
        self.head("linksvc_links", "Links by state.", "gauge")
        self.lines.append("linksvc_links{state=\"active\"} \(status.links.active)")
        self.lines.append("linksvc_links{state=\"suspended\"} \(status.links.suspended)")
        self.lines.append("linksvc_links{state=\"revoked\"} \(status.links.revoked)")
    }

    private mutating func addNotifications(_ status: ServiceStatus) {
        self.gauge("linksvc_notifications_waiting", "Notifications that are not final.", status.notificationsWaiting)
        guard let dispatcher = status.dispatcher else { return }
        self.gauge("linksvc_sends_in_flight", "Messages handed to Telegram, not answered.", dispatcher.counts.inFlight)
        self.counter("linksvc_sends_rate_limited_total", "429 answers.", dispatcher.totals.rateLimited)
    }

    private mutating func addCalls(_ rpc: Statistics) {
        self.gauge("linksvc_rpc_connections", "Open connections.", rpc.connectionsOpen)
        self.counter("linksvc_rpc_connections_total", "Connections since the start.", rpc.connectionsTotal)
        self.counter("linksvc_rpc_protocol_errors_total", "Frames that were no valid request.", rpc.protocolErrors)
        self.head("linksvc_rpc_calls_total", "Calls by method and outcome.", "counter")
        for (method, statistics) in rpc.methods.sorted(by: { $0.key < $1.key }) where statistics.total > 0 {
            self.lines.append("linksvc_rpc_calls_total{method=\"\(method)\",code=\"0\"} \(statistics.succeeded)")
            for (code, count) in statistics.failedByCode.sorted(by: { $0.key < $1.key }) {
                self.lines.append("linksvc_rpc_calls_total{method=\"\(method)\",code=\"\(code)\"} \(count)")
            }
        }
    }

    private mutating func gauge(_ name: String, _ help: String, _ value: some BinaryInteger) {
        self.head(name, help, "gauge")
        self.lines.append("\(name) \(value)")
    }

    private mutating func counter(_ name: String, _ help: String, _ value: some BinaryInteger) {
        self.head(name, help, "counter")
        self.lines.append("\(name) \(value)")
    }

    private mutating func head(_ name: String, _ help: String, _ type: String) {
        self.lines.append("# HELP \(name) \(help)")
        self.lines.append("# TYPE \(name) \(type)")
    }

    /// `tokensIssued` as `tokens_issued`.
    private static func snake(_ name: String) -> String {
        name.reduce(into: "") { result, character in
            if character.isUppercase { result += "_" }
            result += character.lowercased()
        }
    }
}
