import Logging
import Synchronization
import TelegramSimulator
import Testing

@testable import TelegramBot

/// The client and the receivers against a Bot API that knows nothing of them.
struct SimulatedTelegramTests {
    private static let user: Int64 = 7_012_345_678

    /// Runs `body` with a simulator that listens and a client of its bot.
    private func withSimulator(_ body: (Simulator, BotClient) async throws -> Void) async throws {
        let simulator = Simulator()
        let token = try BotToken(simulator.configuration.token)
        try await withThrowingTaskGroup { group in
            group.addTask { try await simulator.run() }
            let client = try BotClient(token: token, apiURL: try await simulator.address().url)
            do {
                try await body(simulator, client)
            } catch {
                await client.shutDown()
                throw error
            }
            await client.shutDown()
            group.cancelAll()
        }
    }

    private func updates(_ client: BotClient, _ simulator: Simulator) async throws -> [Update] {
        let batch = try await client.getUpdates(
            offset: nil, limit: 100, timeout: .seconds(10), allowedUpdates: PollingOptions.allowedUpdates)
        return batch.map { $0.update(for: simulator.configuration.bot.username) }
    }

    @Test func `a user who starts, blocks and unblocks is understood`() async throws {
        try await self.withSimulator { simulator, client in
            #expect(try await client.getMe().username == simulator.configuration.bot.username)
            try simulator.start(user: Self.user, payload: "Zm9v_-Q")
            try simulator.block(user: Self.user)
            try simulator.unblock(user: Self.user)
            let updates = try await self.updates(client, simulator)
            #expect(
                updates.map(\.event) == [
                    .command(name: "start", botName: nil, argument: "Zm9v_-Q"), .blocked(status: "kicked"), .unblocked,
                ])
            #expect(updates.allSatisfy { $0.chat?.id == Self.user && $0.from?.id == Self.user })
        }
    }

    @Test func `a group that is joined, started and upgraded is understood`() async throws {
        try await self.withSimulator { simulator, client in
            let group = try simulator.createGroup(.group, title: "Ops").id
            try simulator.start(group: group, by: Self.user, payload: "spaceship")
            let supergroup = try simulator.migrate(group: group, by: Self.user).supergroup
            let events = try await self.updates(client, simulator).map(\.event)
            let bot = simulator.configuration.bot.username
            #expect(events.contains(.added))
            #expect(events.contains(.command(name: "start", botName: bot, argument: "spaceship")))
            #expect(events.contains(.migrated(to: supergroup)))
            #expect(events.contains(.migratedFrom(group)))
            let outcome = await client.sendMessage(OutgoingMessage(chatID: group, text: "x"))
            #expect(outcome == .migrated(to: supergroup))
        }
    }

    @Test func `a tap on a button comes back with its data and is answered`() async throws {
        try await self.withSimulator { simulator, client in
            try simulator.start(user: Self.user)
            var message = OutgoingMessage(chatID: Self.user, text: "<b>Really?</b> a &lt; b")
            message.parseMode = .html
            message.buttons = Array(#"[[{"text":"OK","callback_data":"a:1"}]]"#.utf8)
            guard case .sent(let messageID) = await client.sendMessage(message) else {
                Issue.record("not sent")
                return
            }
            #expect(simulator.messages(chat: Self.user).map(\.text) == ["Really? a < b"])
            let query = try simulator.tap(user: Self.user, message: messageID).query
            let tap = try await self.updates(client, simulator).last
            #expect(tap?.event == .callback(id: query.id, data: "a:1"))
            try await client.answerCallbackQuery(id: query.id)
            _ = try await simulator.waitForAnswer(toCallback: query.id)
        }
    }

    @Test func `every way in which a chat can be gone is told apart`() async throws {
        try await self.withSimulator { simulator, client in
            func reason(_ chat: Int64) async -> String? {
                guard case .chatGone(let reason, _) = await client.sendMessage(OutgoingMessage(chatID: chat, text: "x"))
                else { return nil }
                return reason
            }
            #expect(await reason(99) == "chatNotFound")
            try simulator.start(user: 1)
            try simulator.block(user: 1)
            #expect(await reason(1) == "blocked")
            try simulator.start(user: 2)
            try simulator.deleteAccount(user: 2)
            #expect(await reason(2) == "deactivated")
            let group = try simulator.createGroup(.supergroup).id
            try simulator.addBot(to: group, by: 3)
            try simulator.removeBot(from: group, by: 3, isBan: true)
            #expect(await reason(group) == "kicked")
        }
    }

    @Test func `faults are told apart by whether the message may have arrived`() async throws {
        try await self.withSimulator { simulator, client in
            try simulator.start(user: Self.user)
            func outcome(_ fault: Fault) async throws -> SendOutcome {
                try simulator.fail(FaultRule(fault, method: "sendMessage"))
                return await client.sendMessage(OutgoingMessage(chatID: Self.user, text: "x"))
            }
            #expect(try await outcome(.tooManyRequests(retryAfterSeconds: 7)) == .rateLimited(retryAfterSeconds: 7))
            for fault in [Fault.restart, .badGateway, .badGatewayHTML] {
                guard case .unavailable = try await outcome(fault) else {
                    Issue.record("\(fault)")
                    continue
                }
            }
            #expect(simulator.messages(chat: Self.user).isEmpty)
            for fault in [Fault.resetBefore, .resetAfter] {
                guard case .lost = try await outcome(fault) else {
                    Issue.record("\(fault)")
                    continue
                }
            }
            #expect(simulator.messages(chat: Self.user).count == 1)
        }
    }

    @Test func `polling survives faults, and takes over from a webhook`() async throws {
        try await self.withSimulator { simulator, client in
            try await client.setWebhook(
                WebhookSettings(url: "http://127.0.0.1:9/x", secret: try #require(WebhookSecret("s"))))
            for fault in [Fault.badGatewayHTML, .resetBefore, .restart] {
                try simulator.fail(FaultRule(fault, method: "getUpdates"))
            }
            for user in 1...250 { try simulator.start(user: Int64(user), payload: "p\(user)") }
            let manual = ManualTiming()
            let status = ReceiverStatus(mode: .polling, timing: manual.timing())
            var options = PollingOptions()
            // The last batch is confirmed on the way out: on a busy machine that may take a while.
            options.stopTimeout = .seconds(60)
            let receiver = PollingReceiver(
                client: client, options: options, status: status, timing: manual.timing(),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            let (ids, feed) = AsyncStream.makeStream(of: Int64.self)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    await receiver.run { batch in
                        for body in batch { feed.yield(body.update(for: "").chat?.id ?? 0) }
                    }
                }
                var received: [Int64] = []
                for await id in ids {
                    received.append(id)
                    if received.count == 250 { break }
                }
                #expect(received == Array(1...250))
                // The next poll confirms the last batch; one that is cut short may never be read at the other end.
                try await simulator.wait { $0.pendingUpdates == 0 }
                group.cancelAll()
            }
            #expect(simulator.pendingUpdates().isEmpty)
            #expect(status.snapshot.state == .stopped)
            #expect(manual.sleeps.count >= 3)
        }
    }
}
