import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// A TCP server on loopback that answers requests by a script, byte for byte, so that every failure is exact.
final class ScriptedServer: Sendable {
    /// What happens to one request, in the order in which requests come, over all connections.
    enum Step: Sendable {
        /// These bytes are written and the connection stays.
        case answer(String)
        /// These bytes are written and the connection is closed.
        case answerAndClose(String)
        /// The request is read and the connection reset.
        case resetAfterRequest
        /// Nothing ever happens. Also once the script is over.
        case silence
    }

    /// A request as it came.
    struct Request: Sendable {
        let head: String
        let body: String

        /// The Bot API method that it calls.
        var method: String {
            String(self.head.split(separator: " ").dropFirst().first?.split(separator: "/").last ?? "")
        }
    }

    private struct State {
        var steps: [Step]
        var requests: [Request] = []
        var connections = 0
    }

    let port: Int
    /// Requests as they come, for one reader.
    let arrivals: AsyncStream<Request>
    private let state: Mutex<State>

    var requests: [Request] { self.state.withLock { $0.requests } }
    var connections: Int { self.state.withLock { $0.connections } }
    var url: String { "http://127.0.0.1:\(self.port)" }

    private let channel: any Channel
    private let feed: AsyncStream<Request>.Continuation

    /// Runs `body` with a server that follows `steps`.
    @discardableResult
    static func run<Result>(
        _ steps: [Step], _ body: (ScriptedServer) async throws -> Result
    ) async throws -> Result {
        let relay = Relay()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { child in
                child.eventLoop.makeCompletedFuture {
                    try child.pipeline.syncOperations.addHandler(ScriptHandler(relay: relay))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let server = ScriptedServer(channel: channel, steps: steps)
        relay.server.withLock { $0 = server }
        defer { channel.close(promise: nil) }
        return try await body(server)
    }

    private init(channel: any Channel, steps: [Step]) {
        self.channel = channel
        self.port = channel.localAddress?.port ?? 0
        self.state = Mutex(State(steps: steps))
        (self.arrivals, self.feed) = AsyncStream.makeStream()
    }

    fileprivate func connected() {
        self.state.withLock { $0.connections += 1 }
    }

    fileprivate func step(for request: Request) -> Step {
        defer { self.feed.yield(request) }
        return self.state.withLock { state in
            state.requests.append(request)
            return state.steps.isEmpty ? .silence : state.steps.removeFirst()
        }
    }
}

/// Where handlers find the server, which is made after its channel.
private final class Relay: Sendable {
    let server = Mutex<ScriptedServer?>(nil)
}

private final class ScriptHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let relay: Relay
    private var received = ""

    init(relay: Relay) {
        self.relay = relay
    }

    func channelActive(context: ChannelHandlerContext) {
        self.relay.server.withLock { $0 }?.connected()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        self.received += String(buffer: self.unwrapInboundIn(data))
        guard let request = self.takeRequest(), let server = self.relay.server.withLock({ $0 }) else { return }
        switch server.step(for: request) {
        case .answer(let text):
            context.writeAndFlush(self.wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
        case .answerAndClose(let text):
            context.writeAndFlush(self.wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
            context.close(promise: nil)
        case .resetAfterRequest:
            // Closing with a linger time of zero sends a reset in place of an orderly end.
            _ = (context.channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0))
            context.close(promise: nil)
        case .silence:
            break
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func takeRequest() -> ScriptedServer.Request? {
        guard let end = self.received.range(of: "\r\n\r\n") else { return nil }
        let head = String(self.received[..<end.lowerBound])
        let lengthLine = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
        let length = lengthLine.flatMap { Int($0.split(separator: ":")[1].trimmingCharacters(in: .whitespaces)) } ?? 0
        let body = self.received[end.upperBound...].utf8
        guard body.count >= length else { return nil }
        let request = ScriptedServer.Request(head: head, body: String(decoding: body.prefix(length), as: UTF8.self))
        self.received = String(decoding: body.dropFirst(length), as: UTF8.self)
        return request
    }
}
