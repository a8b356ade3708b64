import NIOCore

@testable import JSONRPC

/// Drives a connection machine and writes down what it wants.
struct Transcript {
    var machine: ConnectionMachine
    /// The calls started and not answered here, in the order in which they started.
    private(set) var running: [CallToken] = []
    private(set) var now = NIODeadline.uptimeNanoseconds(1_000_000_000)
    private let methods: MethodTable
    let counters: Counters

    init(_ methods: [Method] = SampleMethods.all, limits: Limits = Limits(), isTrusted: Bool = true) {
        self.methods = MethodTable(methods)
        self.counters = Counters(methods: self.methods)
        self.machine = ConnectionMachine(
            methods: self.methods, limits: limits, counters: self.counters, isTrusted: isTrusted, now: self.now)
    }

    /// Gives it bytes, and lists the methods started, what it wants then, and each line it sends.
    mutating func receive(_ text: String) -> [String] { self.receive(Array(text.utf8)) }

    mutating func receive(_ bytes: [UInt8]) -> [String] {
        self.machine.receive(ByteBuffer(bytes: bytes), now: self.now)
        return self.advance()
    }

    mutating func receiveEnd() -> [String] {
        self.machine.receiveEnd()
        return self.advance()
    }

    /// Answers the running call at that place with `{}`.
    mutating func answer(_ place: Int = 0, _ outcome: Result<RPCResult, RPCError> = .success(.empty)) -> [String] {
        self.machine.complete(self.running.remove(at: place), outcome, now: self.now)
        return self.advance()
    }

    mutating func shutDown() -> [String] {
        self.machine.shutDown()
        return self.advance()
    }

    mutating func pass(_ time: TimeAmount) -> [String] {
        self.now = self.now + time
        self.machine.tick(now: self.now)
        return self.advance()
    }

    mutating func observe(pending: Int, isWritable: Bool) -> [String] {
        self.machine.observeOutput(pending: pending, isWritable: isWritable, now: self.now)
        return self.advance()
    }

    private mutating func advance() -> [String] {
        var script: [String] = []
        var isDone = false
        while !isDone {
            switch self.machine.next(now: self.now) {
            case .run(let call):
                self.running.append(call.token)
                script.append("run \(self.methods.methods[call.method].name)")
                continue
            case .wait: break
            case .pause: script.append("pause")
            case .close(let reason): script.append("close \(reason)")
            case .abort(let reason): script.append("abort \(reason)")
            }
            isDone = true
        }
        guard let output = self.machine.takeOutput() else { return script }
        let lines = String(buffer: output).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        return script + lines.map(Self.shortened)
    }

    /// Errors are told by their code alone.
    private static func shortened(_ line: Substring) -> String {
        let line = line.replacing(/"error":\{"code":(-?\d+),.*?\}\}/) { "error \($0.1)" }
        return String(line.replacing("\"jsonrpc\":\"2.0\",", with: ""))
    }
}

func call(_ method: String, id: String, params: String? = nil) -> String {
    let params = params.map { #","params":\#($0)"# } ?? ""
    return #"{"jsonrpc":"2.0","method":"\#(method)","id":\#(id)\#(params)}"#
}
