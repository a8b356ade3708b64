public import Logging
public import NIOCore
public import NIOPosix
import Synchronization

/// A JSON-RPC 2.0 server over TCP and Unix sockets.
///
///     let listener = Listener(.tcp(host: "127.0.0.1", port: 7410), principal: "rpc:local")
///     let server = Server(methods: methods, listeners: [listener])
///     try await server.run()
public final class Server: Sendable {
    private enum State {
        /// Moves to `running` by ``run()``, to `ended` by ``shutDown(deadline:)``.
        case idle
        /// Moves to `ended` by ``shutDown(deadline:)``.
        case running(listening: [any Channel])
        case ended
    }

    private let core: ServerCore
    private let listeners: [Listener]
    private let group: any EventLoopGroup
    private let state = Mutex(State.idle)
    private let bound = Latch<Result<[Endpoint], ServerError>>()
    private let allClosed = Latch<Void>()

    /// A server that does nothing until ``run()`` is called.
    ///
    /// - Precondition: no two methods have the same name.
    public init(
        methods: [Method], listeners: [Listener], limits: Limits = Limits(),
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
        logger: Logger = Logger(label: "JSONRPC", factory: { _ in SwiftLogNoOpLogHandler() })
    ) {
        self.core = ServerCore(methods: methods, limits: limits, group: group, logger: logger)
        self.listeners = listeners
        self.group = group
    }

    /// Where the server listens, in the order of its listeners, with the ports that it got. Waits until it does.
    ///
    /// - Throws: ``ServerError`` if it could not.
    public var addresses: [Endpoint] {
        get async throws(ServerError) { try await self.bound.value.get() }
    }

    /// What was counted so far.
    public var statistics: Statistics {
        var statistics = Statistics()
        self.core.counters.write(to: &statistics, methods: self.core.methods)
        self.core.connections.write(to: &statistics)
        return statistics
    }

    /// Listens and serves. Returns when ``shutDown(deadline:)`` was called and all connections are closed.
    ///
    /// Cancelling the task is like calling that with ``Limits/shutDown``, but asynchronous calls are cancelled at once.
    ///
    /// - Throws: ``ServerError`` if it cannot listen everywhere it should; it then listens nowhere.
    public func run() async throws(ServerError) {
        do {
            self.bound.set(.success(try await self.listen()))
        } catch {
            self.bound.set(.failure(error))
            throw error
        }
        await withTaskCancellationHandler {
            await self.runJobs()
            await self.allClosed.value
        } onCancel: {
            self.shutDown(deadline: self.core.limits.shutDown)
        }
        self.removeSocketFiles()
    }

    /// Stops: no new connections, -32050 for new calls. Calls that run are finished, and each connection closes when it
    /// has its answers. What is left after `deadline` is given up. Returns at once; ``run()`` returns at the end.
    public func shutDown(deadline: Duration) {
        let running: [any Channel]? = self.state.withLock { state in
            defer { state = .ended }
            guard case .running(let listening) = state else { return nil }
            return listening
        }
        guard let listening = running else { return }
        for channel in listening { channel.close(promise: nil) }
        let timeout = self.group.any().scheduleTask(in: TimeAmount(deadline)) {
            // Calls that wait for a task end first, so that nobody waits for them.
            self.core.jobs.finish()
            self.core.connections.abort()
        }
        self.core.connections.shutDown {
            timeout.cancel()
            self.core.jobs.finish()
            self.allClosed.set(())
        }
    }

    private func runJobs() async {
        await withDiscardingTaskGroup { group in
            for await job in self.core.jobs.jobs {
                group.addTask {
                    await job.run()
                    self.core.jobs.didEnd()
                }
            }
            // Whoever still runs has nobody left to answer to.
            group.cancelAll()
        }
    }

    // MARK: Listening

    private func listen() async throws(ServerError) -> [Endpoint] {
        try self.state.withLock { state throws(ServerError) in
            switch state {
            case .idle: state = .running(listening: [])
            case .running: throw .alreadyRun
            case .ended: throw .shutDown
            }
        }
        let binding = ListenerBinding(core: self.core, group: self.group)
        var channels: [any Channel] = []
        do throws(ServerError) {
            for (index, listener) in self.listeners.enumerated() {
                channels.append(try await binding.bind(listener, index: index))
            }
            try self.didListen(channels)
        } catch {
            for channel in channels { channel.close(promise: nil) }
            throw error
        }
        return zip(self.listeners, channels).map { listener, channel in
            switch listener.endpoint {
            case .tcp(let host, let port):
                .tcp(host: channel.localAddress?.ipAddress ?? host, port: channel.localAddress?.port ?? port)
            case .unix: listener.endpoint
            }
        }
    }

    private func didListen(_ channels: [any Channel]) throws(ServerError) {
        try self.state.withLock { state throws(ServerError) in
            guard case .running = state else { throw .shutDown }
            state = .running(listening: channels)
        }
    }

    private func removeSocketFiles() {
        for listener in self.listeners {
            if case .unix(let path) = listener.endpoint { ListenerBinding.removeSocket(at: path) }
        }
    }
}
