import JSON
import NIOCore

/// Sends a client's requests and hands answers to those who wait for them. Runs on the channel's event loop.
final class ClientHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = Never
    typealias OutboundOut = ByteBuffer

    /// Asks the handler to send what the calls have queued.
    struct SendQueued: Sendable {}

    private let calls: ClientCalls
    private let limits: ClientLimits
    private var reader = FrameReader(headerBytes: 0)
    private var context: ChannelHandlerContext?
    private var alarm: (at: NIODeadline, task: Scheduled<Void>)?
    /// What the server said of the connection as a whole.
    private var lastWord: RPCError?

    init(calls: ClientCalls, limits: ClientLimits) {
        self.calls = calls
        self.limits = limits
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.release() }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard event is SendQueued else { return context.triggerUserOutboundEvent(event, promise: promise) }
        let (bytes, wakeBy) = self.calls.takeOutbox()
        context.writeAndFlush(self.wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: promise)
        self.setAlarm(wakeBy)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        self.reader.append(self.unwrapInboundIn(data))
        while true {
            switch self.reader.next(limit: self.limits.answerBytes) {
            case .frame(let bytes): if !self.take(bytes) { return self.fail(.malformedAnswer) }
            case .incomplete, .ended: return
            case .failed: return self.fail(.malformedAnswer)
            }
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        self.release()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    /// False if it is no answer.
    private func take(_ frame: [UInt8]) -> Bool {
        guard let message = try? JSONDocument(frame, limits: .tolerant).root, message.kind == .object else {
            return false
        }
        // A notification of the server; nobody asked for any.
        guard message["method"] == nil else { return true }
        let outcome: Result<JSONDocument, any Error>
        if let error = message["error"], !error.isNull {
            guard let error = RPCError(error) else { return false }
            guard message["id"]?.isNull == false else {
                self.lastWord = error
                return true
            }
            outcome = .failure(error)
        } else if let result = message["result"] {
            outcome = Result { try JSONDocument(Array(result.text), limits: .tolerant) }
        } else {
            return false
        }
        guard let id = message["id"]?.uint64 else { return false }
        self.calls.end(id, outcome)
        return true
    }

    private func fail(_ error: ClientError) {
        self.calls.fail(error)
        self.context?.close(promise: nil)
    }

    private func setAlarm(_ deadline: NIODeadline) {
        guard let context = self.context, deadline < self.alarm?.at ?? .distantFuture else { return }
        self.alarm?.task.cancel()
        let task = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { self.wake() }
        self.alarm = (deadline, task)
    }

    private func wake() {
        self.alarm = nil
        if let next = self.calls.expire(now: .now()) { self.setAlarm(next) }
    }

    private func release() {
        self.alarm?.task.cancel()
        self.alarm = nil
        self.context = nil
        self.calls.fail(.closed(self.lastWord))
    }
}

extension RPCError {
    /// The error object of an answer, nil if it is none.
    init?(_ error: JSONValue) {
        guard let code = error["code"]?.int64, let message = error["message"]?.string else { return nil }
        self.init(code: Int(code), message: message, data: error["data"].map { Array($0.text) })
    }
}
