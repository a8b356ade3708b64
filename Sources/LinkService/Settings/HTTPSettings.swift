/// Where the HTTP server listens: the webhook, and the pages for whoever watches the service.
package struct HTTPSettings: Sendable, Equatable {
    /// An IP address, or a name that resolves to one.
    package var host: String
    /// The port; 0 takes any free one.
    package var port: Int
    /// Whether `/status` is answered.
    package var servesStatus: Bool

    /// The documented defaults, unless told otherwise.
    package init(host: String = "127.0.0.1", port: Int = 8_000, servesStatus: Bool = true) {
        self.host = host
        self.port = port
        self.servesStatus = servesStatus
    }
}
