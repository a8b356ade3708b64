import Foundation
import JSON
import TelegramSimulator
import Testing

extension EndToEnd {
    @Suite struct CrashTests {
        private static let seed = UInt64.random(in: 0...UInt64.max)
        /// One notification in twenty meets one of these.
        private static let faults: [Fault] = [
            .tooManyRequests(retryAfterSeconds: 1), .restart, .badGatewayHTML, .resetBefore, .resetAfter,
        ]

        @Test
        func `killed again and again, the service keeps what it acknowledged and sends nothing twice unsaid`()
            async throws
        {
            print("seed \(Self.seed)")
            var random = SeededGenerator(seed: Self.seed)
            let users = (1...200).map { "u\($0)" }
            let texts = users.flatMap { user in
                (1...Campaign.notificationsPerUser).map { "\(user) message \($0)\($0 % 2 == 0 ? " again" : "")" }
            }.shuffled(using: &random)
            try await withTelegram {
                $0.seed = Self.seed
                $0.timeScale = 0.01
            } _: { simulator, home in
                let campaign = Campaign(simulator: simulator, home: home)
                try await self.linkByWebhook(Array(users[..<100]), campaign)
                try await self.linkByPolling(Array(users[100...]), campaign)
                try self.scriptFaults(for: users.shuffled(using: &random), simulator)
                let service = try await self.notify(texts, campaign)
                try await self.settled(service)
                let records = try await self.replay(home)
                CrashAudit(records: records, ledger: campaign.ledger.entries, simulator: simulator).run(texts, users)
                try await self.checkLog(service, home)
            }
        }

        private func linkByWebhook(_ users: [String], _ campaign: Campaign) async throws {
            let settings = try Webhook.settings()
            let first = try await campaign.start(settings)
            try await campaign.link(users) {
                await campaign.ledger.reached(40, \.links.count)
                first.process.kill()
                _ = try await first.process.exit()
                let second = try await campaign.start(settings)
                await campaign.ledger.reached(100, \.links.count)
                #expect(try await second.stop() == 0)
            }
        }

        private func linkByPolling(_ users: [String], _ campaign: Campaign) async throws {
            let first = try await campaign.start([:])
            try await campaign.link(users) {
                await campaign.ledger.reached(150, \.links.count)
                first.process.kill()
                _ = try await first.process.exit()
                let second = try await campaign.start([:])
                await campaign.ledger.reached(200, \.links.count)
                #expect(try await second.stop() == 0)
            }
        }

        private func scriptFaults(for users: [String], _ simulator: Simulator) throws {
            for (number, user) in users.prefix(50).enumerated() {
                try simulator.fail(
                    Self.faults[number % Self.faults.count], method: "sendMessage", chat: Campaign.chat(user))
            }
        }

        /// Kills the service three times in the middle; the one that is left serves on.
        private func notify(_ texts: [String], _ campaign: Campaign) async throws -> RunningService {
            let left = Awaited<RunningService>()
            try await campaign.notify(texts) {
                var service = try await campaign.start([:])
                for count in [250, 500, 750] {
                    await campaign.ledger.reached(count, \.notifications.count)
                    service.process.kill()
                    #expect(try await service.process.exit() == -SIGKILL)
                    service = try await campaign.start([:])
                }
                left.set(service)
            }
            return await left.value
        }

        /// Returns when nothing waits to be sent any more.
        private func settled(_ service: RunningService) async throws {
            let deadline = ContinuousClock.now + .seconds(90)
            while true {
                let queue = try await service.call("status")["queue"]
                if queue?["waiting"]?.int64 == 0 { return }
                try #require(
                    ContinuousClock.now < deadline, "\(queue.map { String(decoding: $0.text, as: UTF8.self) } ?? "")")
                // Nothing tells of the end of a queue until there are subscriptions.
                try await Task.sleep(for: .milliseconds(100))
            }
        }

        private func replay(_ home: TestHome) async throws -> [JSONValue] {
            let replayed = try await home.run("replay")
            #expect(replayed.status == 0, "\(replayed.errors)")
            return try replayed.output.split(separator: "\n").map { try JSONDocument(String($0)).root }
        }

        /// The log verifies and the projections follow from it, with the service and without.
        private func checkLog(_ service: RunningService, _ home: TestHome) async throws {
            let head = try await service.head()
            for isOnline in [true, false] {
                if !isOnline { #expect(try await service.stop() == 0) }
                let verified = try await home.run("verify", "--head", head)
                #expect(verified.status == 0, "\(verified.errors)")
                #expect(verified.line == "head \(head)")
                let dry = try await home.run("rebuild", "--dry-run")
                #expect(dry.status == 0, "\(dry.output)\(dry.errors)")
                let rebuilt = try await home.run("rebuild")
                #expect(rebuilt.line.hasSuffix("no key differs"), "\(rebuilt.output)\(rebuilt.errors)")
                let checked = try await ReplayScript.run(home)
                #expect(checked == nil || checked == head)
            }
        }
    }
}
