import ArgumentParser
import Foundation
import JSON
import JSONRPC
import Synchronization
import Testing

@testable import linksvc

@Suite struct ServiceCallerTests {
    /// Serves `methods` on `rpc.sock` of a directory of its own while `body` runs.
    private func serving(_ methods: [Method], _ body: (ServiceCaller) async throws -> Void) async throws {
        // Short, since a Unix socket's path may only have about a hundred bytes.
        let directory = "/tmp/linksvc-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let server = Server(
            methods: methods, listeners: [Listener(.unix(path: directory + "/rpc.sock"), principal: "cli")])
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            _ = try await server.addresses
            try await body(ServiceCaller(.directory(directory)))
            server.shutDown(deadline: .seconds(5))
            try await group.waitForAll()
        }
    }

    private func getNotification(states: [String]) -> Method {
        let answers = Mutex(states[...])
        return Method(
            "getNotification", parameters: ["notificationId"],
            handler: .immediate { call throws(RPCError) in
                let state = answers.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? "" }
                return RPCResult {
                    $0.member("notificationId", call.params["notificationId"]?.string); $0.member("state", state)
                }
            })
    }

    @Test func `a call goes through rpc.sock in the data directory`() async throws {
        let echo = Method(
            "echo", parameters: ["a"],
            handler: .immediate { call throws(RPCError) in
                RPCResult { $0.member("a", call.params["a"]) }
            })
        try await self.serving([echo]) { caller in
            let answer = try await caller.call("echo", Array(#"{"a":[1]}"#.utf8))
            #expect(answer.root["a"]?[0]?.int64 == 1)
        }
    }

    @Test func `an error answer ends with its exit status`() async throws {
        let refuse = Method(
            "refuse", parameters: [],
            handler: .immediate { _ throws(RPCError) in
                throw RPCError.make(code: 1_001, message: "m", name: "NOT_LINKED", hint: "h")
            })
        try await self.serving([refuse]) { caller in
            let exit = await #expect(throws: ExitCode.self) { try await caller.call("refuse") }
            #expect(exit?.rawValue == linksvc.ExitStatus.notLinked.rawValue)
            let unknown = await #expect(throws: ExitCode.self) { try await caller.call("nothing") }
            #expect(unknown?.rawValue == linksvc.ExitStatus.usage.rawValue)
        }
    }

    @Test func `waiting for a message ends when nothing more happens to it`() async throws {
        try await self.serving([self.getNotification(states: ["queued", "sending", "sent"])]) { caller in
            let accepted = try JSONDocument(#"{"notificationIds":["n1"],"state":"queued"}"#)
            let outcome = try await caller.connected { client in
                try await NotificationWatch(client: client, seconds: 60).outcome(of: accepted)
            }
            #expect(NotifyCommand.text(outcome.root) == "n1  sent")
        }
    }

    @Test func `waiting for a message ends when time is up`() async throws {
        try await self.serving([self.getNotification(states: ["queued"])]) { caller in
            let accepted = try JSONDocument(#"{"notificationIds":["n1"],"state":"queued"}"#)
            let outcome = try await caller.connected { client in
                try await NotificationWatch(client: client, seconds: 0).outcome(of: accepted)
            }
            #expect(NotifyCommand.exitStatus(outcome.root) == .tryAgain)
        }
    }

    @Test func `a directory that nobody serves is exit status 69`() async throws {
        let directory = NSTemporaryDirectory() + "linksvc-" + UUID().uuidString
        let caller = ServiceCaller(.directory(directory))
        let exit = await #expect(throws: ExitCode.self) { try await caller.call("ping") }
        #expect(exit?.rawValue == linksvc.ExitStatus.unavailable.rawValue)
    }

    @Test func `errors of all kinds have an exit status`() {
        func status(_ error: any Error) -> Int32? { (ServiceCaller.told(error) as? ExitCode)?.rawValue }
        #expect(status(RPCError.internalError) == 70)
        #expect(status(ClientError.closed(.overloaded)) == 75)
        #expect(status(ClientError.closed(nil)) == 69)
        #expect(status(ClientError.timedOut) == 69)
        #expect(status(CancellationError()) == 130)
        #expect(status(linksvc.ExitStatus.negative.exit) == 1)
    }
}
