import NIOCore
import NIOPosix

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Makes listening sockets.
struct ListenerBinding {
    /// Connections that the kernel holds until they are accepted.
    private static let backlog: Int32 = 512
    /// Reads of one connection in a row, before others get their turn.
    private static let readsPerTurn: UInt = 4

    let core: ServerCore
    let group: any EventLoopGroup

    /// Listens, and serves who comes.
    ///
    /// - Throws: ``ServerError``
    func bind(_ listener: Listener, index: Int) async throws(ServerError) -> any Channel {
        switch listener.endpoint {
        case .tcp(let host, let port):
            let address = try self.loopbackAddress(host: host, port: port)
            return try await self.channel(listener) {
                try await self.bootstrap(listener, index: index)
                    .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                    .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
                    .bind(to: address).get()
            }
        case .unix(let path):
            let socket = try Self.unixSocket(at: path)
            return try await self.channel(listener) {
                try await self.bootstrap(listener, index: index).withBoundSocket(socket).get()
            }
        }
    }

    private func bootstrap(_ listener: Listener, index: Int) -> ServerBootstrap {
        let mark = ChannelOptions.Types.WriteBufferWaterMark(
            low: self.core.limits.outputQueueBytes / 2, high: self.core.limits.outputQueueBytes)
        return ServerBootstrap(group: self.group)
            .serverChannelOption(.backlog, value: Self.backlog)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.maxMessagesPerRead, value: Self.readsPerTurn)
            .childChannelOption(.writeBufferWaterMark, value: mark)
            .childChannelInitializer { [core = self.core] channel in
                channel.eventLoop.makeCompletedFuture { try core.serve(channel, of: listener, index: index) }
            }
    }

    private func channel(
        _ listener: Listener, make: () async throws -> any Channel
    ) async throws(ServerError) -> any Channel {
        do {
            return try await make()
        } catch {
            throw .cannotListen(listener.endpoint, reason: "\(error)")
        }
    }

    private func loopbackAddress(host: String, port: Int) throws(ServerError) -> SocketAddress {
        let address: SocketAddress
        do {
            address = try SocketAddress.makeAddressResolvingHost(host, port: port)
        } catch {
            throw .unknownHost(host, reason: "\(error)")
        }
        guard address.isLoopback else { throw .notLoopback(host: host) }
        return address
    }

    /// A bound socket that only our user can connect to. A file left over at the path is replaced: who calls this has
    /// made sure by other means that no live server owns it.
    private static func unixSocket(at path: String) throws(ServerError) -> CInt {
        let endpoint = Endpoint.unix(path: path)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let limit = MemoryLayout.size(ofValue: address.sun_path) - 1
        guard path.utf8.count <= limit else { throw .pathTooLong(path, limit: limit) }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let socket = Self.makeSocket()
        guard socket >= 0 else { throw .cannotListen(endpoint, reason: String(cString: strerror(errno))) }
        // Before bind, so that there is no moment at which others can connect; behind it where that has no effect.
        _ = fchmod(socket, 0o600)
        _ = unlink(path)
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { systemBind(socket, $0, length) }
        }
        guard result == 0, chmod(path, 0o600) == 0 else {
            let reason = String(cString: strerror(errno))
            _ = systemClose(socket)
            throw .cannotListen(endpoint, reason: reason)
        }
        return socket
    }

    /// Removes the file of a socket that nobody listens on any more.
    static func removeSocket(at path: String) { _ = unlink(path) }

    private static func makeSocket() -> CInt {
        #if canImport(Glibc)
        return socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        #elseif canImport(Musl)
        return socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)
        #else
        return socket(AF_UNIX, SOCK_STREAM, 0)
        #endif
    }
}

/// Names that members of the same name would hide.
private let systemBind = bind
private let systemClose = close

extension SocketAddress {
    /// Whether only this machine can reach it.
    var isLoopback: Bool {
        switch self {
        case .v4: self.ipAddress?.hasPrefix("127.") ?? false
        case .v6: self.ipAddress == "::1"
        case .unixDomainSocket: true
        }
    }
}
