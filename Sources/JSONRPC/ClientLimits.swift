/// The bounds of a client.
public struct ClientLimits: Sendable {
    /// The longest answer, in bytes. A longer one closes the connection.
    public var answerBytes = 64 << 20
    /// How long connecting may take.
    public var connect = Duration.seconds(10)

    /// The defaults.
    public init() {}
}
