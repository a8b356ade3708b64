/// Why a server could not start.
public enum ServerError: Error, Equatable, Sendable {
    /// The address is reachable from other machines, which needs keys and TLS.
    case notLoopback(host: String)
    /// The host's name or address could not be understood or found.
    case unknownHost(String, reason: String)
    /// The operating system refused the address; another process may have it.
    case cannotListen(Endpoint, reason: String)
    /// The path of a Unix socket has more bytes than the operating system takes.
    case pathTooLong(String, limit: Int)
    /// ``Server/run()`` was called a second time.
    case alreadyRun
    /// The server was shut down before it listened.
    case shutDown
}

extension ServerError: CustomStringConvertible {
    /// A sentence for the operator.
    public var description: String {
        switch self {
        case .notLoopback(let host):
            "will not listen on \(host): it is not a loopback address, and there are no keys and no TLS to guard it"
        case .unknownHost(let host, let reason): "cannot listen on \(host): \(reason)"
        case .cannotListen(let endpoint, let reason): "cannot listen on \(endpoint): \(reason)"
        case .pathTooLong(let path, let limit): "cannot listen on \(path): the path is longer than \(limit) bytes"
        case .alreadyRun: "the server was run before"
        case .shutDown: "the server was shut down"
        }
    }
}
