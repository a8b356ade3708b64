#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The settings of a service whose webhook is on this machine.
enum Webhook {
    static let secret = "a-secret-for-the-webhook_0123456789"

    /// Settings with a port that was free a moment ago: the webhook's address has to be known beforehand.
    static func settings() throws -> [String: String] {
        let port = try Self.freePort()
        return [
            "WEBHOOK_DOMAIN": "http://127.0.0.1:\(port)", "WEBHOOK_PORT": "\(port)", "WEBHOOK_ENDPOINT": "hook",
            "WEBHOOK_SECRET": Self.secret,
        ]
    }

    /// A port of this machine that was free a moment ago.
    static func freePort() throws -> UInt16 {
        struct NoPort: Error {}
        let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(file) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let found = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(file, $0, length) == 0 && getsockname(file, $0, &length) == 0
            }
        }
        guard found else { throw NoPort() }
        return UInt16(bigEndian: address.sin_port)
    }
}
