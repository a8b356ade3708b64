import JSON
import Synchronization

@testable import JSONRPC

/// Runs a server on a free port of loopback for as long as `body` takes.
func withServer<R>(
    _ methods: [Method] = SampleMethods.all, limits: Limits = Limits(), isTrusted: Bool = true,
    _ body: (Server, Endpoint) async throws -> R
) async throws -> R {
    let listener = Listener(.tcp(host: "127.0.0.1", port: 0), principal: "rpc:local", isTrusted: isTrusted)
    return try await withServer(methods, listeners: [listener], limits: limits) { server, endpoints in
        try await body(server, endpoints[0])
    }
}

/// Runs a server for as long as `body` takes.
func withServer<R>(
    _ methods: [Method] = SampleMethods.all, listeners: [Listener], limits: Limits = Limits(),
    _ body: (Server, [Endpoint]) async throws -> R
) async throws -> R {
    let server = Server(methods: methods, listeners: listeners, limits: limits)
    async let running: Void = server.run()
    do {
        let result = try await body(server, try await server.addresses)
        server.shutDown(deadline: .seconds(5))
        try await running
        return result
    } catch {
        server.shutDown(deadline: .zero)
        try? await running
        throw error
    }
}

/// The methods of the specification's examples.
enum SampleMethods {
    static let all = [
        subtract, getData, quiet("update", ["a", "b", "c", "d", "e"]), quiet("notify_hello", ["a"]),
        quiet("notify_sum", ["a", "b", "c"]), sum, ping,
    ]

    static let ping = Method(
        "ping", parameters: [], notification: true, handler: .immediate { _ throws(RPCError) in .empty })

    private static let subtract = Method(
        "subtract", parameters: ["minuend", "subtrahend"], notification: true,
        handler: .immediate { call throws(RPCError) in
            let result = try number("minuend", of: call) - number("subtrahend", of: call)
            return RPCResult(json: Array("\(result)".utf8))
        })

    private static let sum = Method(
        "sum", parameters: ["a", "b", "c"],
        handler: .immediate { call throws(RPCError) in
            let result = try number("a", of: call) + number("b", of: call) + number("c", of: call)
            return RPCResult(json: Array("\(result)".utf8))
        })

    private static let getData = Method(
        "get_data", parameters: [],
        handler: .immediate { _ throws(RPCError) in RPCResult(json: Array(#"["hello",5]"#.utf8)) })

    private static func quiet(_ name: String, _ parameters: [String]) -> Method {
        Method(name, parameters: parameters, notification: true, handler: .immediate { _ throws(RPCError) in .empty })
    }

    private static func number(_ name: String, of call: Call) throws(RPCError) -> Int64 {
        guard let number = call.params[name]?.int64 else { throw .invalidParams(path: name) }
        return number
    }
}

/// A method whose calls are answered when the test says so.
final class HeldMethod: Sendable {
    typealias Held = (call: Call, responder: Responder)

    private let calls: AsyncStream<Held>
    private let input: AsyncStream<Held>.Continuation
    private let started = Atomic(0)

    init() { (self.calls, self.input) = AsyncStream.makeStream() }

    func method(_ name: String = "hold", longRunning: Bool = false) -> Method {
        Method(
            name, parameters: ["n"], longRunning: longRunning,
            handler: .deferred { call, responder in
                self.started.add(1, ordering: .relaxed)
                self.input.yield((call, responder))
            })
    }

    /// Calls that were started so far.
    var startCount: Int { self.started.load(ordering: .relaxed) }

    /// The next call that was started, and waits for its answer. One task at a time.
    func next() async -> Held {
        for await held in self.calls { return held }
        preconditionFailure("the stream of held calls never ends")
    }
}
