/// Where updates are delivered to.
struct WebhookSettings: Sendable, Equatable {
    var url: String
    var secretToken = ""
    var maxConnections = 40
    var ipAddress = ""
    /// A certificate in PEM, the only one that is trusted then.
    var certificate: [UInt8]?
}
