import NIOCore
import NIOPosix

@testable import JSONRPC

/// The other end of a connection, which sends and receives whatever bytes a test wants.
final class RawPeer: Sendable {
    private let channel: any Channel
    private let inbox: Inbox

    private init(channel: any Channel, inbox: Inbox) {
        self.channel = channel
        self.inbox = inbox
    }

    /// Connects. A peer that does not read leaves everything in the kernel's buffers.
    static func connect(to endpoint: Endpoint, isReading: Bool = true) async throws -> RawPeer {
        let inbox = Inbox()
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelOption(.autoRead, value: isReading)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(InboxHandler(inbox))
                }
            }
        switch endpoint {
        case .tcp(let host, let port):
            return RawPeer(channel: try await bootstrap.connect(host: host, port: port).get(), inbox: inbox)
        case .unix(let path):
            return RawPeer(channel: try await bootstrap.connect(unixDomainSocketPath: path).get(), inbox: inbox)
        }
    }

    /// Sends without waiting for the bytes to leave.
    func send(_ bytes: some Sequence<UInt8>) {
        self.channel.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
    }

    func send(_ text: String) { self.send(text.utf8) }

    /// Sends a call on a line of its own.
    func call(_ method: String, params: String = "[]", id: String) { self.send(Self.line(method, params, id)) }

    static func line(_ method: String, _ params: String, _ id: String) -> String {
        #"{"jsonrpc":"2.0","method":"\#(method)","params":\#(params),"id":\#(id)}"# + "\n"
    }

    /// Says that no more bytes will come.
    func endSending() async throws { try await self.channel.close(mode: .output) }

    func close() async { try? await self.channel.close() }

    /// The next line without its end; nil if the connection ends before.
    func line() async -> String? {
        await self.inbox.take { bytes, isEnded in
            if let newline = bytes.firstIndex(of: UInt8(ascii: "\n")) {
                defer { bytes.removeSubrange(...newline) }
                return .some(String(decoding: bytes[..<newline], as: UTF8.self))
            }
            return isEnded ? .some(nil) : nil
        }
    }

    /// Everything until the connection ends.
    func rest() async -> String {
        await self.inbox.take { bytes, isEnded in isEnded ? String(decoding: bytes, as: UTF8.self) : nil }
    }

    /// Returns when the connection is closed in both directions.
    func closed() async { try? await self.channel.closeFuture.get() }

    private final class InboxHandler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let inbox: Inbox

        init(_ inbox: Inbox) { self.inbox = inbox }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            self.inbox.put(Array(self.unwrapInboundIn(data).readableBytesView))
        }

        func channelInactive(context: ChannelHandlerContext) { self.inbox.end() }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if case .inputClosed? = event as? ChannelEvent { self.inbox.end() }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}
