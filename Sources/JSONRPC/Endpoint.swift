/// Where a server listens or a client connects.
public enum Endpoint: Hashable, Sendable {
    /// A TCP port. For a listener, port 0 is any free one.
    case tcp(host: String, port: Int)
    /// A Unix socket.
    case unix(path: String)
}

extension Endpoint: CustomStringConvertible {
    /// `127.0.0.1:7410`, `[::1]:7410` or the path.
    public var description: String {
        switch self {
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .unix(let path): path
        }
    }
}
