/// A method that a server offers.
public struct Method: Sendable {
    /// Its name; case counts, and so does every byte.
    public let name: String
    /// The names of its parameters, in the order in which they may be given by position.
    public let parameters: [String]
    /// Whether params may be an array.
    public let byPosition: Bool
    /// Whether it runs when called without an id. If not, such a call does nothing.
    public let notification: Bool
    /// Whether it may take longer than ``Limits/requestDeadline``; it then has to end by itself.
    public let longRunning: Bool
    /// What runs it.
    public let handler: Handler

    /// A method from its parts.
    public init(
        _ name: String, parameters: [String], byPosition: Bool = true, notification: Bool = false,
        longRunning: Bool = false, handler: Handler
    ) {
        self.name = name
        self.parameters = parameters
        self.byPosition = byPosition
        self.notification = notification
        self.longRunning = longRunning
        self.handler = handler
    }
}
