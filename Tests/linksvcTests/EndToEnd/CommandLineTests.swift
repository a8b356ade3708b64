import Foundation
import JSON
import JSONRPC
import TelegramSimulator
import Testing

extension EndToEnd {
    @Suite struct CommandLineTests {
        @Test func `a second service is told who uses the data directory, and ends with 75`() async throws {
            try await withTelegram { _, home in
                let service = try await home.serve()
                let second = try await home.run("serve")
                #expect(second.status == 75)
                #expect(second.errors.contains("in use by pid \(service.process.pid) (linksvc serve)"))
                #expect(!second.errors.lowercased().contains("leveldb"))
                #expect(try await service.call("status")["head"] != nil)
                #expect(try await service.stop() == 0)
            }
        }

        @Test func `asked to stop with work under way, it ends with 0 within ten seconds`() async throws {
            try await withTelegram { simulator, home in
                let service = try await home.serve()
                let issued = try await service.call("issueToken") { $0.member("userId", "ann") }
                try simulator.start(user: 7, payload: issued["token"]?.string)
                _ = try await simulator.waitForMessages(chat: 7)
                try simulator.fail(.slow(.seconds(120)), method: "sendMessage", times: 1_000)
                for number in 1...50 {
                    try await service.call("notify") {
                        $0.member("userId", "ann")
                        $0.member("text", "slow \(number)")
                    }
                }
                // Taken, and not answered yet: under way.
                _ = try await simulator.waitForMessages(chat: 7, count: 2)
                let open = try await service.call("issueToken") { $0.member("userId", "bob") }["tokenId"]?.string
                async let waiting = service.call("waitForToken") { $0.member("tokenId", open) }
                let began = ContinuousClock.now
                #expect(try await service.stop() == 0)
                #expect(ContinuousClock.now - began < .seconds(10))
                _ = try? await waiting
                let verified = try await home.run("verify")
                #expect(verified.status == 0, "\(verified.errors)")
            }
        }

        @Test func `another bot's token is not taken for a log, and ends with 78`() async throws {
            try await withTelegram { _, home in
                #expect(try await home.serve().stop() == 0)
                let head = try await home.run("verify").line
                try await withTelegram {
                    $0.token = "654321:another-token"
                    $0.bot = BotIdentity(id: 654_321, username: "another_bot", firstName: "Another")
                } _: { other, _ in
                    try other.start(user: 7)
                    let settings = [
                        "TELEGRAM_TOKEN": "654321:another-token", "TELEGRAM_API_URL": try await other.address().url,
                    ]
                    let wrong = try home.start(["serve"], settings)
                    #expect(try await wrong.exit() == 78)
                    #expect(wrong.errors.contains("@another_bot (654321)"))
                    #expect(wrong.errors.contains("@simulator_bot (123456)"))
                    #expect(!wrong.errors.contains("another-token"))
                    // Not one update of that bot was taken.
                    #expect(other.status.pendingUpdates == 1)
                    #expect(try await home.run("verify").line == head)
                }
            }
        }

        @Test(arguments: [
            ("LINKSVC_RPC_PORT", "seventy"), ("WEBHOOK_PORT", "-1"), ("TELEGRAM_API_URL", "api.telegram.org"),
            ("TELEGRAM_POLLING_TIMEOUT", "51x"), ("LINKSVC_SEND_RATE", "0"), ("LINKSVC_RPC_BIND", "0.0.0.0"),
            ("LINKSVC_LOG_LEVEL", "loud"), ("TELEGRAM_TOKEN", "geheim-secret-x"), ("LINKSVC_TOKEN_TTL", "5"),
            ("LINKSVC_CONFIRM_URL", "https://app.example.com/"), ("WEBHOOK_SECRET", "geheim secret"),
        ])
        func `a bad setting is named, with an example, and ends with 78`(name: String, value: String) async throws {
            let home = try TestHome(apiURL: "http://127.0.0.1:9")
            defer { home.remove() }
            var settings = [name: value]
            if name == "WEBHOOK_SECRET" { settings["WEBHOOK_DOMAIN"] = "bot.example.com" }
            let failed = try await home.run("serve", settings: settings)
            #expect(failed.status == 78)
            #expect(failed.output.isEmpty)
            #expect(failed.errors.contains("error: \(name) (environment): "), "\(failed.errors)")
            #expect(failed.errors.contains("for example \(name)="), "\(failed.errors)")
            #expect(!failed.errors.contains("geheim"))
        }

        @Test func `all bad settings are told at once, and unknown ones are warned about`() async throws {
            let home = try TestHome(apiURL: "http://127.0.0.1:9")
            defer { home.remove() }
            let failed = try await home.run(
                "serve", settings: ["LINKSVC_RPC_PRT": "1", "LINKSVC_RPC_PORT": "x", "WEBHOOK_PORT": "y"])
            #expect(failed.status == 78)
            #expect(failed.errors.contains("LINKSVC_RPC_PORT") && failed.errors.contains("WEBHOOK_PORT"))
            #expect(failed.errors.contains("LINKSVC_RPC_PRT"))
            #expect(!FileManager.default.fileExists(atPath: home.data))
        }

        @Test func `without a token it says so, and ends with 78`() async throws {
            let home = try TestHome(apiURL: "http://127.0.0.1:9")
            defer { home.remove() }
            let failed = try await home.run("serve", settings: ["TELEGRAM_TOKEN": ""])
            #expect(failed.status == 78)
            #expect(failed.errors.contains("TELEGRAM_TOKEN"))
        }

        @Test func `exit statuses tell scripts what happened`() async throws {
            try await withTelegram { _, home in
                let nobody = try await home.run("notify", "ann", "hello")
                #expect(nobody.status == 69)
                #expect(nobody.errors.contains("linksvc serve"))
                #expect(try await home.run("call", "ping").status == 69)
                #expect(try await home.run("links", "--rpc", "127.0.0.1:9").status == 69)
                #expect(try await home.run("verify").status == 66)
                #expect(try await home.run("replay").status == 66)
                #expect(try await home.run("nonsense").status == 64)
                #expect(try await home.run("notify", "ann").status == 64)
                #expect(try await home.run("replay", "--from", "0").status == 64)
                #expect(try await home.run("verify", "--head", "1:xyz").status == 64)
                let service = try await home.serve()
                let unlinked = try await home.run("notify", "ann", "hello")
                #expect(unlinked.status == 67)
                #expect(unlinked.output.isEmpty)
                #expect(try await home.run("call", "ping").line == "{}")
                #expect(try await home.run("call", "nonsense").status == 64)
                #expect(try await home.run("call", "getToken", "{}").status == 64)
                #expect(
                    try await home.run("call", "getToken", #"{"tokenId":"00000000-0000-7000-8000-000000000000"}"#)
                        .status == 1)
                #expect(try await service.stop() == 0)
            }
        }

        @Test func `a link is made and used from the command line alone`() async throws {
            try await withTelegram { simulator, home in
                let service = try await home.serve()
                let issued = try await home.run("issue-token", "ann", "--json").json
                try simulator.start(user: 7_001, payload: issued["token"]?.string)
                try await service.call("waitForToken") { $0.member("tokenId", issued["tokenId"]?.string) }
                #expect(try await home.run("links", "--json").json["userId"]?.string == "ann")
                let sent = try await home.run("notify", "ann", "Hello", "--wait")
                #expect(sent.status == 0, "\(sent.errors)")
                #expect(simulator.messages(chat: 7_001).map(\.text).contains("Hello"))
                #expect(try await service.stop() == 0)
            }
        }
    }
}
