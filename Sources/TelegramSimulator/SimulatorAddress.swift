/// Where a simulator listens.
package struct SimulatorAddress: Sendable, Equatable {
    /// The host, as it was configured.
    package let host: String
    /// The port, the real one if any was asked for.
    package let port: Int

    /// The base URL of both APIs, without a slash at its end.
    package var url: String { "http://\(self.host.contains(":") ? "[\(self.host)]" : self.host):\(self.port)" }
}
