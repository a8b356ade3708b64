/// Why a call has no answer. Whether it took effect is not known, except after ``cannotConnect(_:reason:)``.
public enum ClientError: Error, Equatable, Sendable {
    /// There is no connection.
    case cannotConnect(Endpoint, reason: String)
    /// The connection ended. If the server said why, that is the error.
    case closed(RPCError?)
    /// No answer came in time.
    case timedOut
    /// What came was no answer.
    case malformedAnswer
}

extension ClientError: CustomStringConvertible {
    /// A sentence for people.
    public var description: String {
        switch self {
        case .cannotConnect(let endpoint, let reason): "cannot connect to \(endpoint): \(reason)"
        case .closed(nil): "the connection was closed"
        case .closed(let error?): "the connection was closed: \(error.hint ?? error.message)"
        case .timedOut: "no answer in time"
        case .malformedAnswer: "the server sent something that is no answer"
        }
    }
}
