import Logging
import NIOCore

/// Connects a ``ConnectionMachine`` to a channel. It decides nothing: bytes go in, and what comes out is done.
///
/// Everything here runs on the channel's event loop.
final class ConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = Never
    typealias OutboundOut = ByteBuffer

    /// Whether the channel may read its socket.
    private enum Reading {
        case open
        /// Moves to `withheld` when the channel wants to read, to `open` when the machine goes on.
        case paused
        case withheld
    }

    private enum Closing {
        case no
        /// The last bytes are being written. Moves to `lingering`, or the channel closes.
        case flushing
        /// Our side is closed. What comes is thrown away until the peer closes its side, or time is up.
        case lingering
    }

    private let core: ServerCore
    private let connection: Connection
    private var machine: ConnectionMachine
    private var context: ChannelHandlerContext?
    private var reading = Reading.open
    private var closing = Closing.no
    private var isInputClosed = false
    /// Whether there are answers that ``finishCycle()`` has to send.
    private var isTouched = false
    private var alarm: (at: NIODeadline, task: Scheduled<Void>)?

    init(core: ServerCore, connection: Connection, isTrusted: Bool) {
        self.core = core
        self.connection = connection
        self.machine = ConnectionMachine(
            methods: core.methods, limits: core.limits, counters: core.counters, isTrusted: isTrusted, now: .now())
    }

    // MARK: From other parts of the server

    /// Takes the answer to a call. True if ``finishCycle()`` has to be called for the first time since.
    func complete(_ token: CallToken, _ outcome: Result<RPCResult, RPCError>) -> Bool {
        self.machine.complete(token, outcome, now: .now())
        defer { self.isTouched = true }
        return !self.isTouched
    }

    /// Sends answers and goes on with what had to wait for them.
    func finishCycle() {
        self.isTouched = false
        self.advance()
        self.flush()
    }

    func shutDown() {
        self.machine.shutDown()
        self.finishCycle()
    }

    func abort() { self.context?.close(promise: nil) }

    // MARK: From the channel

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        self.connection.current = self
        self.setAlarm()
    }

    func handlerRemoved(context: ChannelHandlerContext) { self.release() }

    func channelInactive(context: ChannelHandlerContext) {
        self.release()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = self.unwrapInboundIn(data)
        self.core.counters.countReceived(bytes: bytes.readableBytes)
        self.machine.receive(bytes, now: .now())
        self.advance()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        self.flush()
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        switch self.reading {
        case .open: context.read()
        case .paused, .withheld: self.reading = .withheld
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        self.observeOutput()
        if context.channel.isWritable { self.finishCycle() }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed? = event as? ChannelEvent {
            self.isInputClosed = true
            self.machine.receiveEnd()
            self.finishCycle()
            if case .lingering = self.closing { context.close(promise: nil) }
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        self.core.logger.debug(
            "connection failed", metadata: ["error": "\(error)", "peer": "\(self.connection.info.peer)"])
        context.close(promise: nil)
    }

    // MARK: What the machine says

    /// Starts calls until there are none, or too many, or too much to send. ``flush()`` has to follow: when what filled
    /// the queue is sent, the channel tells that it is writable again, since both go by the same limit.
    private func advance() {
        let now = NIODeadline.now()
        while true {
            switch self.machine.next(now: now) {
            case .run(let call):
                self.start(call, now: now)
                continue
            case .wait: self.resumeReading()
            case .pause: if case .open = self.reading { self.reading = .paused }
            case .close(let reason): self.close(reason)
            case .abort(let reason):
                self.logClose(reason)
                self.abort()
            }
            break
        }
        if self.machine.wakeBy < self.alarm?.at ?? .distantFuture { self.setAlarm() }
    }

    private func start(_ started: ConnectionMachine.StartedCall, now: NIODeadline) {
        let method = self.core.methods.methods[started.method]
        let params = Params(started.params, declared: method.parameters)
        let call = Call(method: method.name, params: params, connection: self.connection.info)
        switch method.handler {
        case .immediate(let body):
            let outcome = Result { () throws(RPCError) in try body(call) }
            self.machine.complete(started.token, outcome, now: now)
        case .deferred(let body):
            body(call, Responder(connection: self.connection, token: started.token))
        case .asynchronous(let body):
            let responder = Responder(connection: self.connection, token: started.token)
            if let refusal = self.core.jobs.submit(Job(call: call, body: body, responder: responder)) {
                self.machine.complete(started.token, .failure(refusal), now: now)
            }
        }
    }

    private func resumeReading() {
        defer { self.reading = .open }
        if case .withheld = self.reading { self.context?.read() }
    }

    // MARK: Output

    private func flush() {
        guard let context = self.context, let output = self.machine.takeOutput() else { return }
        self.core.counters.countSent(bytes: output.readableBytes)
        context.writeAndFlush(self.wrapOutboundOut(output), promise: nil)
        self.observeOutput()
    }

    private func observeOutput() {
        guard let channel = self.context?.channel else { return }
        // Only a closed channel has no answer, and its bytes are of no interest any more.
        let pending = (try? channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        self.machine.observeOutput(pending: pending, isWritable: channel.isWritable, now: .now())
        if self.machine.wakeBy < self.alarm?.at ?? .distantFuture { self.setAlarm() }
    }

    private func close(_ reason: CloseReason) {
        guard case .no = self.closing, let context = self.context else { return }
        self.closing = .flushing
        self.logClose(reason)
        self.flush()
        // Completes when everything before it was written.
        let written = context.eventLoop.makePromise(of: Void.self)
        context.writeAndFlush(self.wrapOutboundOut(ByteBuffer()), promise: written)
        written.futureResult.assumeIsolated().whenComplete { _ in self.linger() }
    }

    /// Closing a socket that holds unread bytes would reset it, and the peer could lose the last answer.
    private func linger() {
        guard let context = self.context else { return }
        guard !self.isInputClosed else { return context.close(promise: nil) }
        self.closing = .lingering
        context.close(mode: .output, promise: nil)
        self.resumeReading()
        context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(self.core.limits.linger)) { self.abort() }
    }

    private func logClose(_ reason: CloseReason) {
        self.core.logger.debug(
            "connection closes", metadata: ["reason": "\(reason.rawValue)", "peer": "\(self.connection.info.peer)"])
    }

    // MARK: Time

    private func setAlarm() {
        self.alarm?.task.cancel()
        self.alarm = nil
        guard let context = self.context, self.machine.wakeBy < .distantFuture else { return }
        let deadline = self.machine.wakeBy
        let task = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { self.wake() }
        self.alarm = (deadline, task)
    }

    private func wake() {
        self.alarm = nil
        guard self.context != nil else { return }
        self.observeOutput()
        self.machine.tick(now: .now())
        self.finishCycle()
        if self.alarm == nil { self.setAlarm() }
    }

    private func release() {
        self.alarm?.task.cancel()
        self.alarm = nil
        self.context = nil
        self.connection.current = nil
    }
}
