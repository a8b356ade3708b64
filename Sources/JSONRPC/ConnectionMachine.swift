import JSON
import NIOCore

/// A connection without its socket: bytes and answers go in, calls to run and bytes to send come out.
///
/// Whoever drives it calls ``next(now:)`` after each input until it says to wait, to pause or to close, and sends
/// what ``takeOutput()`` gives.
struct ConnectionMachine {
    /// What to do next.
    enum Action {
        /// Start this call, and hand its answer to ``complete(_:_:now:)``.
        case run(StartedCall)
        /// Wait for more bytes, answers, or ``wakeBy``.
        case wait
        /// The same, but do not read the socket until another action comes.
        case pause
        /// Send what was written, then close.
        case close(CloseReason)
        /// Close without waiting for anything.
        case abort(CloseReason)
    }

    struct StartedCall {
        let token: CallToken
        /// Index in the table of methods.
        let method: Int
        let params: JSONValue?
    }

    private enum Phase {
        /// Calls are taken. Moves to `refusing` at shut-down, to `ending` after the last byte or a fault.
        case open
        /// Calls are answered with an error. Moves to `closing` when nothing runs and no more frames are there.
        case refusing
        /// Bytes are ignored. Moves to `closing` when nothing runs.
        case ending(CloseReason)
        /// Final.
        case closing(CloseReason)
    }

    /// The elements of a batch that were not looked at yet.
    private struct Cursor {
        let batch: Int
        var elements: JSONElements
    }

    /// The longest frame that a running call may keep in memory for its id.
    private static let keptFrameBytes = 4 << 10

    private let methods: MethodTable
    private let limits: Limits
    private let counters: Counters
    private let isTrusted: Bool
    private let readerLimits: JSONLimits

    private var phase = Phase.open
    private var reader: FrameReader
    private var cursor: Cursor?
    private var calls = CallTable()
    private var batches = BatchTable()
    private var output = ByteBuffer()
    private var gauge = OutputGauge()
    private var protocolErrors = 0
    private var frames = 0
    /// Bytes of the frame that is being looked at.
    private var frameBytes = 0

    private let acceptedAt: NIODeadline
    private var lastActivity: NIODeadline
    private var frameBegunAt: NIODeadline?
    /// When ``tick(now:)`` has to be called at the latest. It may turn out that it was too early.
    private(set) var wakeBy: NIODeadline

    init(methods: MethodTable, limits: Limits, counters: Counters, isTrusted: Bool, now: NIODeadline) {
        self.methods = methods
        self.limits = limits
        self.counters = counters
        self.isTrusted = isTrusted
        self.readerLimits = JSONLimits(depth: limits.nesting, stringBytes: limits.stringBytes)
        self.reader = FrameReader(headerBytes: limits.headerBytes)
        self.acceptedAt = now
        self.lastActivity = now
        self.wakeBy = now + TimeAmount(isTrusted ? limits.idle : min(limits.idle, limits.firstFrame))
    }

    // MARK: Input

    /// Bytes came.
    mutating func receive(_ bytes: ByteBuffer, now: NIODeadline) {
        self.lastActivity = now
        switch self.phase {
        case .open, .refusing: self.reader.append(bytes)
        case .ending, .closing: break
        }
    }

    /// No more bytes will come. What came before is still answered.
    mutating func receiveEnd() { self.reader.end() }

    /// A call has its answer. Does nothing if it had one before, which a deadline may have given.
    mutating func complete(_ token: CallToken, _ outcome: Result<RPCResult, RPCError>, now: NIODeadline) {
        guard let entry = self.calls.end(token) else { return }
        self.counters.methods[entry.method].record(outcome)
        self.reply(outcome, to: entry.id, batch: entry.batch)
        if let batch = entry.batch { self.release(batch) }
        self.lastActivity = now
    }

    /// Takes no more calls, and closes as soon as nothing runs.
    mutating func shutDown() {
        switch self.phase {
        case .open: self.phase = .refusing
        case .refusing, .ending, .closing: break
        }
    }

    /// Tells how many of the bytes taken from here the channel still holds, and whether it wants more.
    mutating func observeOutput(pending: Int, isWritable: Bool, now: NIODeadline) {
        self.gauge.observe(pending: pending, isWritable: isWritable, now: now)
        if pending > self.limits.outputQueueBytesMax { self.phase = .closing(.outputOverflow) }
        if let since = self.gauge.stalledSince { self.wake(by: since + TimeAmount(self.limits.unreadOutput)) }
    }

    /// Time has passed. Call ``observeOutput(pending:isWritable:now:)`` before.
    mutating func tick(now: NIODeadline) {
        for token in self.calls.expired(at: now) { self.complete(token, .failure(.deadlineExceeded), now: now) }
        let due = self.dueTimes(now: now).filter { $0.at <= now }
        switch self.phase {
        case .open, .refusing, .ending:
            if let first = due.first { self.phase = .closing(first.reason) }
        case .closing:
            if due.contains(where: { $0.reason == .notReading }) { self.phase = .closing(.notReading) }
        }
        self.wakeBy = self.dueTimes(now: now).map(\.at).min() ?? .distantFuture
        self.wake(by: self.calls.earliestDeadline)
    }

    /// Whether so much waits, here or in the channel, that nothing should be added.
    var isOutputFull: Bool { self.gauge.isBlocked || self.output.readableBytes > self.limits.outputQueueBytes }

    /// The bytes to send, nil if there are none.
    mutating func takeOutput() -> ByteBuffer? {
        guard self.output.readableBytes > 0 else { return nil }
        let output = self.output
        self.output = ByteBuffer()
        self.gauge.submit(output.readableBytes)
        return output
    }

    // MARK: Decisions

    /// What to do next.
    mutating func next(now: NIODeadline) -> Action {
        while true {
            if case .closing(let reason) = self.phase { return reason.isAbrupt ? .abort(reason) : .close(reason) }
            guard self.calls.count < self.limits.inFlight, !self.isOutputFull else {
                // The peer cannot be slow with a frame that nobody reads.
                self.frameBegunAt = nil
                return .pause
            }
            if let element = self.nextElement() {
                if let call = self.take(element.value, batch: element.batch, now: now) { return .run(call) }
                continue
            }
            if case .ending(let reason) = self.phase {
                guard self.isQuiet else { return .pause }
                self.phase = .closing(reason)
                continue
            }
            switch self.reader.next(limit: self.frameLimit) {
            case .frame(let bytes):
                if let call = self.take(frame: bytes, now: now) { return .run(call) }
            case .incomplete(let isBegun):
                guard case .refusing = self.phase, self.isQuiet else { return self.wait(isBegun: isBegun, now: now) }
                self.phase = .closing(.shutDown)
            case .ended: self.phase = .ending(.peerEnded)
            case .failed(let fault): self.fail(fault)
            }
        }
    }

    private var isStranger: Bool { !self.isTrusted }

    private var isQuiet: Bool { self.calls.count == 0 && self.batches.isEmpty }

    private var frameLimit: Int {
        self.isStranger && self.frames == 0 ? self.limits.strangerFrameBytes : self.limits.frameBytes
    }

    private mutating func wait(isBegun: Bool, now: NIODeadline) -> Action {
        if !isBegun {
            self.frameBegunAt = nil
        } else if self.frameBegunAt == nil {
            self.frameBegunAt = now
            self.wake(by: now + TimeAmount(self.limits.begunFrame))
        }
        return .wait
    }

    private mutating func fail(_ fault: FrameReader.Fault) {
        self.reader.discard()
        switch fault {
        case .foreign: self.phase = .ending(.foreignProtocol)
        case .tooLarge:
            self.counters.countProtocolError()
            self.phase = .ending(.frameTooLarge)
            guard !self.isStranger || self.frames > 0 else { return }
            let hint = "A frame has at most so many bytes. The connection closes."
            self.reply(.failure(.tooLarge(limit: self.frameLimit, hint: hint)), to: Answer.nullID, batch: nil)
        }
    }

    // MARK: Messages

    private mutating func take(frame: [UInt8], now: NIODeadline) -> StartedCall? {
        self.frames += 1
        self.frameBytes = frame.count
        self.frameBegunAt = nil
        let root: JSONValue
        do {
            root = try JSONDocument(frame, limits: self.readerLimits).root
        } catch {
            self.reply(.failure(RPCError(error, limits: self.limits)), to: Answer.nullID, batch: nil)
            self.countProtocolError()
            return nil
        }
        guard root.kind == .array else { return self.take(root, batch: nil, now: now) }
        self.take(batch: root)
        return nil
    }

    private mutating func take(_ message: JSONValue, batch: Int?, now: NIODeadline) -> StartedCall? {
        switch Incoming(message, limits: self.limits) {
        case .call(let request): return self.begin(request, batch: batch, now: now)
        case .response: return nil
        case .invalid(let id, let error):
            self.reply(.failure(error), to: id ?? Answer.nullID, batch: batch)
            self.countProtocolError()
            return nil
        }
    }

    private mutating func begin(_ request: Incoming.Request, batch: Int?, now: NIODeadline) -> StartedCall? {
        if case .refusing = self.phase {
            self.reply(.failure(.shuttingDown), to: request.id, batch: batch)
            return nil
        }
        guard let index = self.methods.index(of: request.method) else {
            self.counters.countUnknownMethod()
            self.reply(.failure(.methodNotFound), to: request.id, batch: batch)
            return nil
        }
        let method = self.methods.methods[index]
        if request.id == nil, !method.notification { return nil }
        if let error = Self.positionError(request.params, method) {
            self.counters.methods[index].record(.failure(error))
            self.reply(.failure(error), to: request.id, batch: batch)
            return nil
        }
        let deadline = method.longRunning ? .distantFuture : now + TimeAmount(self.limits.requestDeadline)
        self.wake(by: deadline)
        if let batch { self.batches.retain(batch) }
        let id = request.id.map(self.detached)
        let token = self.calls.begin(.init(id: id, batch: batch, method: index, deadline: deadline))
        return StartedCall(token: token, method: index, params: request.params)
    }

    /// The id without the frame it is a part of, which would else be kept until the answer. A small frame may be: that
    /// costs less than the copy.
    private func detached(_ id: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        self.frameBytes <= Self.keptFrameBytes ? id : ArraySlice(Array(id))
    }

    private static func positionError(_ params: JSONValue?, _ method: Method) -> RPCError? {
        guard let params, params.kind == .array, params.count > 0 else { return nil }
        if !method.byPosition {
            return .invalidParams(path: "params", hint: "This method takes its parameters by name.")
        }
        guard params.count > method.parameters.count else { return nil }
        let hint = "More than the method's \(method.parameters.count) parameters."
        return .invalidParams(path: "\(method.parameters.count)", hint: hint)
    }

    private mutating func countProtocolError() {
        self.counters.countProtocolError()
        self.protocolErrors += 1
        let limit = self.isStranger ? self.limits.strangerProtocolErrors : self.limits.protocolErrors
        guard self.protocolErrors >= limit else { return }
        self.reader.discard()
        self.phase = .ending(.protocolErrors)
    }

    // MARK: Batches

    private mutating func take(batch: JSONValue) {
        guard batch.count > 0 else {
            self.reply(.failure(.invalidRequest(hint: "A batch has at least one call.")), to: Answer.nullID, batch: nil)
            self.countProtocolError()
            return
        }
        guard batch.count <= self.limits.batch else { return self.refuse(batch: batch) }
        self.cursor = Cursor(batch: self.batches.begin(), elements: batch.elements)
    }

    private mutating func nextElement() -> (value: JSONValue, batch: Int)? {
        guard let batch = self.cursor?.batch else { return nil }
        if let value = self.cursor?.elements.next() { return (value, batch) }
        self.cursor = nil
        self.release(batch)
        return nil
    }

    /// Answers each call of a batch that is too long, since clients wait for every id and for nothing else.
    private mutating func refuse(batch: JSONValue) {
        let hint = "A batch has at most so many calls; none of these was run."
        let error = RPCError.tooLarge(limit: self.limits.batch, hint: hint)
        let errorJSON = error.json
        let key = self.batches.begin()
        var bytes = 0
        for element in batch.elements where bytes <= self.limits.answerBytes {
            guard let id = Incoming.id(of: element, limits: self.limits) else { continue }
            let answer = Answer(id: id, errorJSON: errorJSON)
            bytes += answer.byteCount + 1
            self.batches.add(answer, to: key, limit: .max)
        }
        let answers = self.batches.release(key)
        if let answers, bytes <= self.limits.answerBytes {
            self.write(answers)
        } else {
            self.reply(.failure(error), to: Answer.nullID, batch: nil)
        }
        self.countProtocolError()
        // So many ids that not even their errors fit: a closed connection is what ends every wait.
        if bytes > self.limits.answerBytes { self.phase = .ending(.batchTooLarge) }
    }

    private mutating func release(_ batch: Int) {
        if let answers = self.batches.release(batch) { self.write(answers) }
    }

    // MARK: Output

    private mutating func reply(_ outcome: Result<RPCResult, RPCError>, to id: ArraySlice<UInt8>?, batch: Int?) {
        guard let id else { return }
        var answer = Answer(id: id, outcome)
        if let batch {
            self.batches.add(answer, to: batch, limit: self.limits.answerBytes)
            return
        }
        if answer.payloadByteCount > self.limits.answerBytes {
            answer = Answer(id: id, .failure(.answerTooLarge(limit: self.limits.answerBytes)))
        }
        let framing = self.reader.answerFraming ?? .lf
        framing.writeStart(bytes: answer.byteCount, to: &self.output)
        answer.write(to: &self.output)
        framing.writeEnd(to: &self.output)
    }

    private mutating func write(_ answers: ByteBuffer) {
        let framing = self.reader.answerFraming ?? .lf
        framing.writeStart(bytes: answers.readableBytes, to: &self.output)
        self.output.writeImmutableBuffer(answers)
        framing.writeEnd(to: &self.output)
    }

    // MARK: Time

    private mutating func wake(by deadline: NIODeadline) { self.wakeBy = min(self.wakeBy, deadline) }

    /// What ends the connection, and when.
    private func dueTimes(now: NIODeadline) -> [(at: NIODeadline, reason: CloseReason)] {
        var due: [(at: NIODeadline, reason: CloseReason)] = []
        if let since = self.gauge.stalledSince {
            due.append((since + TimeAmount(self.limits.unreadOutput), .notReading))
        }
        if case .closing = self.phase { return due }
        if let begun = self.frameBegunAt { due.append((begun + TimeAmount(self.limits.begunFrame), .slowFrame)) }
        if self.isStranger, self.frames == 0 {
            due.append((self.acceptedAt + TimeAmount(self.limits.firstFrame), .noFirstFrame))
        }
        // Looked at again later while something runs: its end is an activity too.
        let idleSince = self.isQuiet ? self.lastActivity : now
        due.append((idleSince + TimeAmount(self.limits.idle), .idle))
        return due
    }
}
