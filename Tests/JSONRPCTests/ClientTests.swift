import Foundation
import JSON
import Synchronization
import Testing

@testable import JSONRPC

@Suite(.timeLimit(.minutes(1)))
struct ClientTests {
    @Test func `calls from many tasks share a connection`() async throws {
        try await withServer { server, endpoint in
            let client = try await Client.connect(to: endpoint)
            let sums = try await withThrowingTaskGroup { group in
                for n in 1...500 {
                    group.addTask { try await client.call("sum", params: Array("[\(n),1,1]".utf8)).root.int64 }
                }
                return try await group.reduce(into: Set<Int64>()) { if let sum = $1 { $0.insert(sum) } }
            }
            #expect(sums == Set(3...502))
            #expect(server.statistics.connectionsTotal == 1)
            await client.close()
        }
    }

    @Test func `an error answer is thrown with all it says`() async throws {
        try await withServer { _, endpoint in
            let client = try await Client.connect(to: endpoint)
            let error = await #expect(throws: RPCError.self) {
                try await client.call("sum", params: Array(#"{"a":1,"b":true}"#.utf8))
            }
            #expect(error?.code == -32602)
            #expect(error?.message == "Invalid params")
            #expect(error?.name == "INVALID_PARAMS")
            #expect(error?.member("path")?.string == "b")
            #expect(error?.isRetryable == false)
        }
    }

    @Test func `a call without an answer times out, and others go on`() async throws {
        let held = HeldMethod()
        try await withServer([held.method(), SampleMethods.ping]) { _, endpoint in
            let client = try await Client.connect(to: endpoint)
            await #expect(throws: ClientError.timedOut) { try await client.call("hold", timeout: .milliseconds(50)) }
            await held.next().responder.succeed(.empty)
            #expect(try await client.call("ping").bytes == Array("{}".utf8))
        }
    }

    @Test func `closing fails all calls, and those that come later`() async throws {
        let held = HeldMethod()
        try await withServer([held.method()]) { _, endpoint in
            let client = try await Client.connect(to: endpoint)
            let task = Task { try await client.call("hold") }
            let call = await held.next()
            await client.close()
            await #expect(throws: ClientError.closed(nil)) { try await task.value }
            await #expect(throws: ClientError.closed(nil)) { try await client.call("hold") }
            call.responder.succeed(.empty)
        }
    }

    @Test func `why the server closed is told`() async throws {
        try await withServer { _, endpoint in
            let client = try await Client.connect(to: endpoint)
            let params = Array("[\"".utf8) + Array(repeating: UInt8(ascii: "x"), count: 300_000) + Array("\"]".utf8)
            let error = await #expect(throws: ClientError.self) { try await client.call("ping", params: params) }
            guard case .closed(let reason?)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(reason.name == "TOO_LARGE")
        }
    }

    @Test func `cancelling a call ends it`() async throws {
        let held = HeldMethod()
        try await withServer([held.method()]) { _, endpoint in
            let client = try await Client.connect(to: endpoint)
            let task = Task { try await client.call("hold") }
            let call = await held.next()
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            call.responder.succeed(.empty)
        }
    }

    @Test func `a notification is sent and not waited for`() async throws {
        let came = Latch<Int64?>()
        let method = Method(
            "note", parameters: ["n"], notification: true,
            handler: .immediate { call throws(RPCError) in
                came.set(call.params["n"]?.int64)
                return .empty
            })
        try await withServer([method]) { _, endpoint in
            let client = try await Client.connect(to: endpoint)
            client.notify("note", params: Array(#"{"n":7}"#.utf8))
            #expect(await came.value == 7)
            await client.close()
        }
    }

    @Test func `it connects to Unix sockets`() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "rpc-\(UUID().uuidString).sock").path()
        try await withServer(listeners: [Listener(.unix(path: path), principal: "cli")]) { _, endpoints in
            let client = try await Client.connect(to: endpoints[0])
            #expect(try await client.call("get_data").root[0]?.string == "hello")
        }
    }

    @Test func `no server is an error that names the endpoint`() async throws {
        let endpoint = Endpoint.unix(path: "/nonexistent/rpc.sock")
        let error = await #expect(throws: ClientError.self) { _ = try await Client.connect(to: endpoint) }
        guard case .cannotConnect(endpoint, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
