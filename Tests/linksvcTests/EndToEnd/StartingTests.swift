import Foundation
import JSON
import JSONRPC
import TelegramSimulator
import Testing

extension EndToEnd {
    @Suite struct StartingTests {
        @Test func `a first start without Telegram waits for it, and says so`() async throws {
            let port = try Webhook.freePort()
            // Nobody listens there yet.
            let home = try TestHome(apiURL: "http://127.0.0.1:\(port)")
            defer { home.remove() }
            let process = try home.start(["serve"], ["LINKSVC_LOG_LEVEL": "debug"])
            let http = try await self.httpAddress(process)
            let ready = try await RunningService.get(http + "/readyz")
            #expect(ready.status == 503)
            #expect(try await RunningService.get(http + "/livez").status == 200)
            let refused = try await home.run("issue-token", "ann")
            #expect(refused.status == 75, "\(refused.errors)")
            #expect(refused.errors.contains("OVERLOADED"))
            #expect(!process.written.contains("ready"))

            var configuration = SimulatorConfiguration()
            configuration.token = TestHome.token
            configuration.port = Int(port)
            let simulator = Simulator(configuration)
            try await withThrowingTaskGroup(of: Void.self) { group in
                defer { group.cancelAll() }
                group.addTask { try await simulator.run() }
                let service = try await RunningService(process)
                #expect(try await service.get("/readyz").status == 200)
                #expect(try await service.call("issueToken") { $0.member("userId", "ann") }["token"] != nil)
                #expect(try await service.stop() == 0)
            }
            #expect(!home.allErrors.contains("simulator-token"))
        }

        /// The HTTP server's address before there is a `ready` line: from the log, as an operator would learn it.
        private func httpAddress(_ process: LinksvcProcess) async throws -> String {
            let deadline = ContinuousClock.now + .seconds(60)
            while ContinuousClock.now < deadline {
                if let found = process.errors.firstMatch(of: /listening on (127\.0\.0\.1:[0-9]+)/) {
                    return "http://\(found.1)"
                }
                try await Task.sleep(for: .milliseconds(50))
            }
            throw LinksvcProcess.TimedOut(waitedFor: "HTTP address", errors: process.errors)
        }

        @Test func `stopped before Telegram answered, a first start ends with 0 and leaves no log behind`() async throws
        {
            let home = try TestHome(apiURL: "http://127.0.0.1:9")
            defer { home.remove() }
            let process = try home.start(["serve"])
            _ = try await self.httpAddress(process)
            process.terminate()
            #expect(try await process.exit(within: .seconds(10)) == 0)
            #expect(try await home.run("status", "--json").json["head"]?["seq"]?.uint64 == 0)
        }

        @Test func `a later start serves without Telegram, and knows its bot`() async throws {
            let home = try TestHome(apiURL: "http://127.0.0.1:9")
            defer { home.remove() }
            try await withTelegram { simulator, _ in
                let first = try await home.serve(["TELEGRAM_API_URL": try await simulator.address().url])
                #expect(try await first.stop() == 0)
            }
            let service = try await home.serve()
            #expect(try await service.call("issueToken") { $0.member("userId", "ann") }["url"] != nil)
            #expect(try await service.call("status")["bot"]?["username"]?.string == "simulator_bot")
            #expect(try await service.stop() == 0)
        }

        @Test func `the operator's pages answer`() async throws {
            try await withTelegram { _, home in
                let service = try await home.serve()
                #expect(try await service.get("/livez").status == 200)
                #expect(try await service.get("/readyz").status == 200)
                let status = try await service.get("/status")
                #expect(status.status == 200)
                #expect(try JSONDocument(status.text).root["bot"]?["username"]?.string == "simulator_bot")
                let metrics = try await service.get("/metrics")
                #expect(metrics.status == 200)
                #expect(metrics.text.contains("\nlinksvc_log_seq "))
                #expect(try await service.get("/nothing").status == 404)
                #expect(try await service.stop() == 0)
            }
        }

        @Test(arguments: ["text", "json"])
        func `the bot's token is in no output, whatever goes wrong`(format: String) async throws {
            try await withTelegram { simulator, home in
                let loud = ["LINKSVC_LOG_LEVEL": "trace", "LINKSVC_LOG_FORMAT": format]
                let service = try await home.serve(loud)
                let issued = try await service.call("issueToken") { $0.member("userId", "ann") }
                let token = try #require(issued["token"]?.string)
                for fault in [Fault.badGatewayHTML, .resetBefore, .resetAfter, .tooManyRequests(retryAfterSeconds: 1)] {
                    try simulator.fail(fault, method: "getUpdates")
                    try simulator.fail(fault, method: "sendMessage")
                }
                try simulator.start(user: 7, payload: token)
                try await service.call("waitForToken") { $0.member("tokenId", issued["tokenId"]?.string) }
                #expect(try await home.run("notify", "ann", "Hello", "--wait").status <= 1)
                #expect(try await service.stop() == 0)
                let broken = try await home.serve(
                    loud.merging(["TELEGRAM_API_URL": "http://127.0.0.1:9/bot-api"]) { $1 })
                #expect(try await broken.call("ping").count == 0)
                let status = try await broken.get("/status").text + broken.get("/metrics").text
                #expect(try await broken.stop() == 0)
                let everything = home.allErrors + home.allOutput + status
                #expect(!everything.contains("simulator-token"))
                #expect(!everything.contains(token))
            }
        }
    }
}
