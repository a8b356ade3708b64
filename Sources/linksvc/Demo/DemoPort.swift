import NIOCore
import NIOPosix

/// Ports on 127.0.0.1.
enum DemoPort {
    /// Whether nobody listens at `port`. Somebody may a moment later.
    static func isFree(_ port: Int) async -> Bool {
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        guard let channel = try? await bootstrap.bind(host: "127.0.0.1", port: port).get() else { return false }
        try? await channel.close()
        return true
    }

    /// `port` if it is free, else 0, which takes any that is.
    static func preferring(_ port: Int) async -> Int {
        await Self.isFree(port) ? port : 0
    }
}
