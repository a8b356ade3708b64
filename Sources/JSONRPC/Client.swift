public import JSON
public import NIOCore
public import NIOPosix
import Synchronization

/// A connection to a JSON-RPC 2.0 server, over TCP or a Unix socket, one message a line.
///
/// Calls from any number of tasks share it and run at the same time. It does not reconnect.
public final class Client: Sendable {
    private let channel: any Channel
    private let calls: ClientCalls
    private let lastID = Atomic<UInt64>(0)

    private init(channel: any Channel, calls: ClientCalls) {
        self.channel = channel
        self.calls = calls
    }

    deinit { self.channel.close(promise: nil) }

    /// Connects.
    ///
    /// - Throws: ``ClientError/cannotConnect(_:reason:)``
    public static func connect(
        to endpoint: Endpoint, group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
        limits: ClientLimits = ClientLimits()
    ) async throws(ClientError) -> Client {
        let calls = ClientCalls()
        let bootstrap = ClientBootstrap(group: group)
            .connectTimeout(TimeAmount(limits.connect))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ClientHandler(calls: calls, limits: limits))
                }
            }
        do {
            let channel: any Channel =
                switch endpoint {
                case .tcp(let host, let port):
                    try await bootstrap.channelOption(.tcpOption(.tcp_nodelay), value: 1)
                        .connect(host: host, port: port).get()
                case .unix(let path): try await bootstrap.connect(unixDomainSocketPath: path).get()
                }
            return Client(channel: channel, calls: calls)
        } catch {
            throw .cannotConnect(endpoint, reason: "\(error)")
        }
    }

    /// Calls a method and returns its result.
    ///
    /// - Parameters:
    ///   - params: the JSON text of an object or an array, which is not checked; it must not contain a newline.
    ///   - timeout: how long to wait; the server may go on with the call after that.
    /// - Throws: ``RPCError`` if the server answers with an error, ``ClientError`` if there is no answer,
    ///   `CancellationError` if the task is cancelled, which the server does not get to know.
    public func call(
        _ method: String, params: [UInt8]? = nil, timeout: Duration = .seconds(60)
    ) async throws -> JSONDocument {
        let id = self.lastID.add(1, ordering: .relaxed).newValue
        let request = Self.request(method, params: params, id: id)
        let deadline = NIODeadline.now() + TimeAmount(timeout)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                self.send { self.calls.begin(id, request: request, deadline: deadline, continuation) }
                // The handler below may have run before there was anything to cancel.
                if Task.isCancelled { self.calls.end(id, .failure(CancellationError())) }
            }
        } onCancel: {
            self.calls.end(id, .failure(CancellationError()))
        }
    }

    /// Calls a method and wants no answer. Returns before anything is sent.
    public func notify(_ method: String, params: [UInt8]? = nil) {
        let request = Self.request(method, params: params, id: nil)
        self.send { self.calls.post(request: request) }
    }

    /// Closes the connection; calls that wait for an answer throw. Returns when it is closed.
    public func close() async {
        // Already closed is as good.
        try? await self.channel.close()
    }

    /// Queues with `queue`, and wakes the event loop if that asks for it.
    private func send(_ queue: () -> Bool) {
        guard queue() else { return }
        let channel = self.channel
        channel.eventLoop.execute { channel.triggerUserOutboundEvent(ClientHandler.SendQueued(), promise: nil) }
    }

    private static func request(_ method: String, params: [UInt8]?, id: UInt64?) -> [UInt8] {
        var writer = JSONWriter(capacity: 64 + method.utf8.count + (params?.count ?? 0))
        writer.object { writer in
            writer.member("jsonrpc", "2.0")
            writer.member("id", id)
            writer.member("method", method)
            writer.member("params", raw: params)
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}
