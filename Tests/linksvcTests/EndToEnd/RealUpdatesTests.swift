import Cryptography
import Foundation
import JSON
import TelegramSimulator
import Testing

extension EndToEnd {
    @Suite struct RealUpdatesTests {
        /// What came of the updates, without what differs from one run to the next.
        struct Outcome: Equatable {
            var updates: [String] = []
            var kinds: [String] = []
            var links: [String] = []
        }

        @Test func `real updates are kept as received, with the same links, through webhook and polling`() async throws
        {
            let posted = try await self.outcome(throughWebhook: true)
            let polled = try await self.outcome(throughWebhook: false)
            #expect(posted == polled)
            #expect(posted.kinds == RealUpdate.allCases.map(\.kind))
            #expect(
                posted.links == [
                    "ann 7012345678 private suspended blocked", "crew -1001234567890 supergroup active -",
                    "ops -1001234567890 supergroup active -",
                ])
        }

        /// Lets a service receive them all, in order, and compares what it stored with what was sent.
        private func outcome(throughWebhook: Bool) async throws -> Outcome {
            var outcome = Outcome()
            try await withTelegram {
                $0.bot = BotIdentity(id: 123_456, username: "my_bot", firstName: "My")
            } _: { simulator, home in
                // These people are not in the simulator's world: no answer may reach it, or it would tell.
                try simulator.fail(.restart, method: "sendMessage", times: 10_000)
                try simulator.renumberUpdates(next: RealUpdate.firstID)
                let service = try await home.serve(throughWebhook ? Webhook.settings() : [:])
                let tokens = try await self.tokens(of: service)
                let bodies = try RealUpdate.allCases.map { try $0.body(tokens) }
                if throughWebhook {
                    for body in bodies {
                        let status = try await service.post(Array(body.utf8), to: "/hook", secret: Webhook.secret)
                        #expect(status == 200)
                    }
                } else {
                    for body in bodies { try simulator.inject(update: body) }
                    // Confirmed by the next poll: whatever a higher offset confirms is on disk.
                    try await simulator.wait { $0.pendingUpdates == 0 }
                }
                outcome = try await self.outcome(of: service, tokens)
                let replay = try await home.run("replay")
                #expect(tokens.values.allSatisfy { !replay.output.contains($0) })
                #expect(try await service.stop() == 0)
            }
            return outcome
        }

        private func tokens(of service: RunningService) async throws -> [String: String] {
            var tokens: [String: String] = [:]
            for start in RealUpdate.starts {
                let issued = try await service.call("issueToken") {
                    $0.member("userId", start.user)
                    $0.member("chat", start.chat)
                }
                tokens[start.user] = try #require(issued["token"]?.string)
            }
            return tokens
        }

        private func outcome(of service: RunningService, _ tokens: [String: String]) async throws -> Outcome {
            var outcome = Outcome()
            let records = try await service.records("update.received")
            let hashes = Dictionary(
                uniqueKeysWithValues: tokens.map { ($0.key, "sha256:\(SHA256.hash($0.value).hex)") })
            for (update, record) in zip(RealUpdate.allCases, records) {
                let stored = try #require(record["personal"]?["update"])
                let expected = try JSONDocument(try update.body(hashes)).root.minified
                #expect(Array(stored.text) == expected, "\(update)")
                outcome.updates.append(update.rawValue)
                outcome.kinds.append(record["data"]?["kind"]?.string ?? "")
            }
            #expect(records.count == RealUpdate.allCases.count)
            let links = try await service.call("listLinks")["links"]
            outcome.links = (links?.elements.map(Self.line) ?? []).sorted()
            return outcome
        }

        private static func line(_ link: JSONValue) -> String {
            let words = [
                link["userId"]?.string, link["chatId"]?.int64.map(String.init), link["chatType"]?.string,
                link["state"]?.string, link["reason"]?.string,
            ]
            return words.map { $0 ?? "-" }.joined(separator: " ")
        }
    }
}
