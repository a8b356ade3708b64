import Foundation
import JSON
import NIOCore
import Synchronization
import Testing

@testable import JSONRPC

@Suite(.timeLimit(.minutes(1)))
struct ServerTests {
    // MARK: Calls

    @Test func `calls on one connection run at the same time and are answered as they are ready`() async throws {
        let held = HeldMethod()
        try await withServer([held.method(), SampleMethods.ping]) { _, endpoint in
            let peer = try await RawPeer.connect(to: endpoint)
            peer.call("hold", id: "1")
            peer.call("hold", id: "2")
            peer.call("ping", id: "3")
            let first = await held.next()
            let second = await held.next()
            #expect(await peer.line() == #"{"jsonrpc":"2.0","id":3,"result":{}}"#)
            second.responder.succeed(.empty)
            #expect(await peer.line() == #"{"jsonrpc":"2.0","id":2,"result":{}}"#)
            first.responder.fail(RPCError(code: 7, message: "no"))
            #expect(await peer.line() == #"{"jsonrpc":"2.0","id":1,"error":{"code":7,"message":"no"}}"#)
        }
    }

    @Test func `a responder answers once`() async throws {
        let held = HeldMethod()
        try await withServer([held.method(), SampleMethods.ping]) { _, endpoint in
            let peer = try await RawPeer.connect(to: endpoint)
            peer.call("hold", id: "1")
            let call = await held.next()
            #expect(call.responder.succeed(.empty))
            #expect(!call.responder.fail(.internalError))
            #expect(await peer.line() == #"{"jsonrpc":"2.0","id":1,"result":{}}"#)
            peer.call("ping", id: "2")
            #expect(await peer.line() == #"{"jsonrpc":"2.0","id":2,"result":{}}"#)
        }
    }

    @Test func `a responder that is dropped answers with an internal error`() async throws {
        let method = Method("drop", parameters: [], handler: .deferred { _, _ in })
        try await withServer([method]) { _, endpoint in
            let peer = try await RawPeer.connect(to: endpoint)
            peer.call("drop", id: "1")
            #expect(await peer.line()?.contains("-32603") == true)
        }
    }

    @Test func `an answer for a connection that is gone is thrown away`() async throws {
        let held = HeldMethod()
        try await withServer([held.method(), SampleMethods.ping]) { _, endpoint in
            let gone = try await RawPeer.connect(to: endpoint)
            gone.call("hold", id: "1")
            let call = await held.next()
            await gone.close()
            call.responder.succeed(.empty)
            let peer = try await RawPeer.connect(to: endpoint)
            peer.call("ping", id: "2")
            #expect(await peer.line() == #"{"jsonrpc":"2.0","id":2,"result":{}}"#)
        }
    }

    @Test func `answers of a group reach each connection`() async throws {
        let held = HeldMethod()
        try await withServer([held.method()]) { _, endpoint in
            let peers = [try await RawPeer.connect(to: endpoint), try await RawPeer.connect(to: endpoint)]
            var answers = AnswerGroup()
            for (index, peer) in peers.enumerated() {
                peer.call("hold", id: "\(index)")
                answers.add(await held.next().responder, .success(.empty))
            }
            answers.send()
            #expect(await peers[0].line() == #"{"jsonrpc":"2.0","id":0,"result":{}}"#)
            #expect(await peers[1].line() == #"{"jsonrpc":"2.0","id":1,"result":{}}"#)
        }
    }

    @Test func `a deadline answers a call that nobody answers`() async throws {
        var limits = Limits()
        limits.requestDeadline = .milliseconds(50)
        let held = HeldMethod()
        try await withServer([held.method()], limits: limits) { _, endpoint in
            let peer = try await RawPeer.connect(to: endpoint)
            peer.call("hold", id: "1")
            #expect(await peer.line()?.contains("-32054") == true)
            await held.next().responder.succeed(.empty)
        }
    }

    @Test func `asynchronous calls over the limit are refused, at the limit they run`() async throws {
        var limits = Limits()
        limits.asynchronousCalls = 2
        let latch = Latch<Void>()
        let method = Method(
            "wait", parameters: [],
            handler: .asynchronous { _ throws(RPCError) in
                await latch.value
                return .empty
            })
        try await withServer([method], limits: limits) { _, endpoint in
            let peer = try await RawPeer.connect(to: endpoint)
            for id in 1...3 { peer.call("wait", id: "\(id)") }
            let refusal = try #require(await peer.line())
            #expect(refusal.contains(#""id":3,"#) && refusal.contains("OVERLOADED"))
            latch.set(())
            let answers = [await peer.line(), await peer.line()].compactMap(\.self)
            #expect(answers.sorted() == [1, 2].map { #"{"jsonrpc":"2.0","id":\#($0),"result":{}}"# })
            peer.call("wait", id: "4")
            #expect(await peer.line() == #"{"jsonrpc":"2.0","id":4,"result":{}}"#)
        }
    }

    // MARK: Flow

    @Test func `no more calls of a connection run than the limit`() async throws {
        var limits = Limits()
        limits.inFlight = 2
        let held = HeldMethod()
        try await withServer([held.method()], limits: limits) { _, endpoint in
            let peer = try await RawPeer.connect(to: endpoint)
            peer.send((1...20).map { RawPeer.line("hold", "[]", "\($0)") }.joined())
            var running = [await held.next(), await held.next()]
            for answered in 1...20 {
                #expect(held.startCount <= answered + 1)
                running.removeFirst().responder.succeed(.empty)
                #expect(await peer.line() == #"{"jsonrpc":"2.0","id":\#(answered),"result":{}}"#)
                if answered <= 18 { running.append(await held.next()) }
            }
        }
    }

    @Test func `a peer that does not read is closed, and gets no more work done`() async throws {
        var limits = Limits()
        limits.unreadOutput = .milliseconds(100)
        let blob = RPCResult { $0.member("blob", String(repeating: "b", count: 256 << 10)) }
        let method = Method("blob", parameters: [], handler: .immediate { _ throws(RPCError) in blob })
        try await withServer([method], limits: limits) { server, endpoint in
            let peer = try await RawPeer.connect(to: endpoint, isReading: false)
            peer.send((1...2_000).map { RawPeer.line("blob", "[]", "\($0)") }.joined())
            await peer.closed()
            // The kernel's buffers took some of the 500 MiB.
            let done = try #require(server.statistics.methods["blob"]).succeeded
            #expect(done < 500)
        }
    }

    @Test func `many large answers to one write all arrive at a peer that reads`() async throws {
        let blob = RPCResult { $0.member("blob", String(repeating: "b", count: 256 << 10)) }
        let method = Method("blob", parameters: [], handler: .immediate { _ throws(RPCError) in blob })
        try await withServer([method]) { _, endpoint in
            let client = try await Client.connect(to: endpoint)
            try await withThrowingTaskGroup { group in
                for _ in 1...100 { group.addTask { _ = try await client.call("blob", timeout: .seconds(50)) } }
                try await group.waitForAll()
            }
        }
    }

    @Test func `half-close answers what came before, the last line without its end`() async throws {
        let held = HeldMethod()
        try await withServer([held.method(), SampleMethods.ping]) { _, endpoint in
            let peer = try await RawPeer.connect(to: endpoint)
            peer.call("hold", id: "1")
            peer.send(String(RawPeer.line("ping", "[]", "2").dropLast()))
            try await peer.endSending()
            let call = await held.next()
            #expect(await peer.line() == #"{"jsonrpc":"2.0","id":2,"result":{}}"#)
            call.responder.succeed(.empty)
            #expect(await peer.rest() == #"{"jsonrpc":"2.0","id":1,"result":{}}"# + "\n")
            await peer.closed()
        }
    }

    @Test func `a frame that is too large is answered before the connection closes, though more comes`() async throws {
        try await withServer { _, endpoint in
            let peer = try await RawPeer.connect(to: endpoint)
            peer.send("{" + String(repeating: " ", count: 4 << 20))
            let answer = try #require(await peer.line())
            #expect(answer.hasPrefix(#"{"jsonrpc":"2.0","id":null,"error":{"code":-32013,"#))
            #expect(answer.contains(#""limit":262144"#))
            #expect(await peer.line() == nil)
        }
    }

    @Test func `a frame that does not end is closed in time`() async throws {
        var limits = Limits()
        limits.begunFrame = .milliseconds(50)
        try await withServer(limits: limits) { _, endpoint in
            let peer = try await RawPeer.connect(to: endpoint)
            peer.send("{\"jsonrpc\"")
            #expect(await peer.rest() == "")
        }
    }

    @Test func `a connection without calls is closed in time`() async throws {
        var limits = Limits()
        limits.idle = .milliseconds(50)
        try await withServer(limits: limits) { _, endpoint in
            let peer = try await RawPeer.connect(to: endpoint)
            #expect(await peer.rest() == "")
        }
    }

    @Test func `a stranger that says nothing is closed in time`() async throws {
        var limits = Limits()
        limits.firstFrame = .milliseconds(50)
        try await withServer(limits: limits, isTrusted: false) { _, endpoint in
            let peer = try await RawPeer.connect(to: endpoint)
            #expect(await peer.rest() == "")
        }
    }

    @Test func `connections up to the limit are served, one more is closed`() async throws {
        var limits = Limits()
        limits.connections = 2
        try await withServer(limits: limits) { server, endpoint in
            let peers = [try await RawPeer.connect(to: endpoint), try await RawPeer.connect(to: endpoint)]
            for peer in peers {
                peer.call("ping", id: "1")
                #expect(await peer.line() != nil)
            }
            let third = try await RawPeer.connect(to: endpoint)
            #expect(await third.rest() == "")
            #expect(server.statistics.connectionsRefused == 1)
            #expect(server.statistics.connectionsOpen == 2)
            await peers[0].close()
            // The server notices the end of the first a moment later.
            var answer: String?
            while answer == nil {
                let next = try await RawPeer.connect(to: endpoint)
                next.call("ping", id: "2")
                answer = await next.line()
            }
            #expect(answer == #"{"jsonrpc":"2.0","id":2,"result":{}}"#)
        }
    }

    // MARK: Listening

    @Test(arguments: ["0.0.0.0", "::", "192.0.2.1"])
    func `it refuses to listen off loopback`(_ host: String) async {
        let server = Server(methods: [], listeners: [Listener(.tcp(host: host, port: 0), principal: "x")])
        await #expect(throws: ServerError.notLoopback(host: host)) { try await server.run() }
        await #expect(throws: ServerError.notLoopback(host: host)) { try await server.addresses }
    }

    @Test func `an address that is taken is an error`() async throws {
        try await withServer { _, endpoint in
            let other = Server(methods: [], listeners: [Listener(endpoint, principal: "x")])
            let error = await #expect(throws: ServerError.self) { try await other.run() }
            guard case .cannotListen(endpoint, _)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func `a Unix socket is for its owner alone, and handlers know who came through it`() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "rpc-\(UUID().uuidString).sock").path()
        // What a server that was killed leaves behind.
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        let whoami = Method(
            "whoami", parameters: [],
            handler: .immediate { call throws(RPCError) in RPCResult { $0.member("p", call.connection.principal) } })
        let listeners = [
            Listener(.tcp(host: "localhost", port: 0), principal: "rpc:local"),
            Listener(.unix(path: path), principal: "cli"),
        ]
        try await withServer([whoami], listeners: listeners) { _, endpoints in
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            for (endpoint, principal) in zip(endpoints, ["rpc:local", "cli"]) {
                let peer = try await RawPeer.connect(to: endpoint)
                peer.call("whoami", id: "1")
                #expect(await peer.line() == #"{"jsonrpc":"2.0","id":1,"result":{"p":"\#(principal)"}}"#)
            }
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `the path of a Unix socket has a limit`() async {
        let path = "/tmp/" + String(repeating: "p", count: 200)
        let server = Server(methods: [], listeners: [Listener(.unix(path: path), principal: "x")])
        let error = await #expect(throws: ServerError.self) { try await server.run() }
        #expect(error == .pathTooLong(path, limit: MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1))
    }

    @Test func `a server runs once`() async throws {
        try await withServer { server, _ in
            _ = await #expect(throws: ServerError.alreadyRun) { try await server.run() }
        }
    }

    // MARK: Shut-down

    @Test func `shut down finishes what runs, refuses what comes, and closes`() async throws {
        let held = HeldMethod()
        let server = Server(
            methods: [held.method()], listeners: [Listener(.tcp(host: "127.0.0.1", port: 0), principal: "x")])
        async let running: Void = server.run()
        let endpoint = try await server.addresses[0]
        let peer = try await RawPeer.connect(to: endpoint)
        peer.call("hold", id: "1")
        let call = await held.next()
        server.shutDown(deadline: .seconds(30))
        peer.call("hold", id: "2")
        #expect(await peer.line()?.contains("SHUTTING_DOWN") == true)
        // The listener closes on a loop of its own; until then newcomers are closed.
        if let late = try? await RawPeer.connect(to: endpoint) { #expect(await late.rest() == "") }
        call.responder.succeed(.empty)
        #expect(await peer.rest() == #"{"jsonrpc":"2.0","id":1,"result":{}}"# + "\n")
        await peer.close()
        try await running
    }

    @Test func `shut down gives up at its deadline`() async throws {
        let held = HeldMethod()
        let server = Server(
            methods: [held.method()], listeners: [Listener(.tcp(host: "127.0.0.1", port: 0), principal: "x")])
        async let running: Void = server.run()
        let peer = try await RawPeer.connect(to: try await server.addresses[0])
        peer.call("hold", id: "1")
        let call = await held.next()
        server.shutDown(deadline: .milliseconds(50))
        try await running
        #expect(await peer.rest() == "")
        call.responder.succeed(.empty)
    }

    @Test func `cancelling run shuts down and cancels asynchronous calls`() async throws {
        let started = Latch<Void>()
        let method = Method(
            "sleep", parameters: [],
            handler: .asynchronous { _ throws(RPCError) in
                started.set(())
                do {
                    try await Task.sleep(for: .seconds(3_600))
                } catch {
                    throw .shuttingDown
                }
                return .empty
            })
        let server = Server(
            methods: [method], listeners: [Listener(.tcp(host: "127.0.0.1", port: 0), principal: "x")])
        let running = Task { try await server.run() }
        let peer = try await RawPeer.connect(to: try await server.addresses[0])
        peer.call("sleep", id: "1")
        await started.value
        running.cancel()
        #expect(await peer.rest().contains("SHUTTING_DOWN"))
        await peer.close()
        try await running.value
    }

    @Test func `a server that was shut down does not listen`() async {
        let server = Server(methods: [], listeners: [])
        server.shutDown(deadline: .zero)
        await #expect(throws: ServerError.shutDown) { try await server.run() }
    }

    // MARK: Statistics

    @Test func `it counts`() async throws {
        try await withServer { server, endpoint in
            let peer = try await RawPeer.connect(to: endpoint)
            let sent = [
                RawPeer.line("ping", "[]", "1"), RawPeer.line("sum", "[1]", "2"), RawPeer.line("nope", "[]", "3"),
                "{\n",
            ].joined()
            peer.send(sent)
            var received = 0
            for _ in 1...4 { received += (await peer.line() ?? "").utf8.count + 1 }
            let statistics = server.statistics
            #expect(statistics.methods["ping"] == MethodStatistics(succeeded: 1, failedByCode: [:]))
            #expect(statistics.methods["sum"] == MethodStatistics(succeeded: 0, failedByCode: [-32602: 1]))
            #expect(statistics.methods["subtract"]?.total == 0)
            #expect(statistics.unknownMethods == 1)
            #expect(statistics.protocolErrors == 1)
            #expect(statistics.connectionsOpen == 1)
            #expect(statistics.connectionsTotal == 1)
            #expect(statistics.bytesReceived == sent.utf8.count)
            #expect(statistics.bytesSent == received)
        }
    }
}
