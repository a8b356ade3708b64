import Foundation
import Logging
import Synchronization
import Testing

@testable import TelegramBot

struct PollingReceiverTests {
    private static let noWebhook = ScriptedServer.Step.ok(#"{"url":"","pending_update_count":0}"#)

    /// What a run of the receiver left behind.
    private struct Run {
        var requests: [ScriptedServer.Request] = []
        var delivered: [[Int64?]] = []
        var sleeps: [Duration] = []
        var status: ReceiverStatus.Snapshot

        /// The offsets of all polls, nil where there was none.
        var offsets: [String?] {
            self.requests.filter { $0.method == "getUpdates" }.map { request in
                request.body.firstMatch(of: /"offset":(-?\d+)/).map { String($0.1) }
            }
        }
    }

    private struct DiskFull: Error {}

    /// Takes batches, and refuses those of the given numbers.
    private final class Store: Sendable {
        private let refused: Set<Int>
        private let state = Mutex<[[Int64?]]>([])

        var batches: [[Int64?]] { self.state.withLock { $0 } }

        init(refused: Set<Int>) {
            self.refused = refused
        }

        func store(_ batch: [UpdateBody]) throws {
            let count = self.state.withLock { state in
                state.append(batch.map(\.updateID))
                return state.count
            }
            if self.refused.contains(count) { throw DiskFull() }
        }
    }

    /// Runs a receiver against `steps` until `requests` requests came, then cancels it. Deliveries of the given numbers
    /// fail.
    private func run(
        _ steps: [ScriptedServer.Step], until requests: Int, failingDeliveries: Set<Int> = []
    ) async throws -> Run {
        let manual = ManualTiming()
        let timing = manual.timing()
        let status = ReceiverStatus(mode: .polling, timing: timing)
        let store = Store(refused: failingDeliveries)
        return try await ScriptedServer.run(steps) { server in
            try await withClient(server.url) { client in
                let receiver = PollingReceiver(
                    client: client, options: PollingOptions(timeout: .seconds(50)), status: status, timing: timing,
                    logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
                await withTaskGroup { group in
                    group.addTask {
                        await receiver.run { try store.store($0) }
                    }
                    for await _ in server.arrivals where server.requests.count >= requests { break }
                    group.cancelAll()
                }
            }
            return Run(
                requests: server.requests, delivered: store.batches, sleeps: manual.sleeps,
                status: status.snapshot)
        }
    }

    private func batch(_ ids: Int64...) -> ScriptedServer.Step {
        .ok("[" + ids.map { #"{"update_id":\#($0),"message":{}}"# }.joined(separator: ",") + "]")
    }

    @Test func `the first poll has no offset, and each batch is confirmed by the next one`() async throws {
        let run = try await self.run([Self.noWebhook, self.batch(5, 6), self.batch(7)], until: 4)
        #expect(run.requests.map(\.method) == ["getWebhookInfo", "getUpdates", "getUpdates", "getUpdates"])
        #expect(run.offsets == [nil, "7", "8"])
        #expect(run.delivered == [[5, 6], [7]])
        #expect(run.sleeps == [])
        #expect(run.status.state == .stopped)
        #expect(run.status.updates == 3)
        #expect(run.requests[1].body.contains(#""limit":100,"timeout":50"#))
        #expect(
            run.requests[1].body.contains(
                #""allowed_updates":["message","channel_post","my_chat_member","callback_query"]"#))
    }

    @Test func `ids that start anew and lower are followed, not ignored`() async throws {
        let run = try await self.run([Self.noWebhook, self.batch(900, 901), self.batch(20, 21)], until: 4)
        #expect(run.offsets == [nil, "902", "22"])
        #expect(run.delivered == [[900, 901], [20, 21]])
    }

    @Test func `within a batch the last id counts, not the highest`() async throws {
        let run = try await self.run([Self.noWebhook, self.batch(901, 20)], until: 3)
        #expect(run.offsets == [nil, "21"])
    }

    @Test func `a webhook that is set is deleted first, with its waiting updates kept`() async throws {
        let run = try await self.run(
            [.ok(#"{"url":"https://example.com/x"}"#), .ok("true"), self.batch(1)], until: 4)
        #expect(run.requests.map(\.method) == ["getWebhookInfo", "deleteWebhook", "getUpdates", "getUpdates"])
        #expect(!run.requests[1].body.contains("drop_pending_updates"))
    }

    @Test func `a batch that cannot be stored is not confirmed and comes again`() async throws {
        let run = try await self.run(
            [Self.noWebhook, self.batch(1), self.batch(2), self.batch(2)], until: 5, failingDeliveries: [2])
        #expect(run.offsets == [nil, "2", "2", "3"])
        #expect(run.delivered == [[1], [2], [2]])
        #expect(run.sleeps == [.milliseconds(500)])
        #expect(run.status.lastError?.contains("could not be stored") == true)
        #expect(run.status.updates == 2)
    }

    @Test func `nothing that goes wrong ends polling or loses the offset`() async throws {
        let conflict =
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
        let run = try await self.run(
            [
                Self.noWebhook, self.batch(1), .refusal(409, conflict),
                .refusal(429, "Too Many Requests: retry after 5", parameters: #"{"retry_after":5}"#),
                .refusal(500, "Internal Server Error: restart"), .html("502 Bad Gateway"), .resetAfterRequest,
                .answerAndClose("garbage\r\n\r\n"), .refusal(401, "Unauthorized"), self.batch(2),
            ], until: 11)
        #expect(run.offsets == [nil] + Array(repeating: "2", count: 8) + ["3"])
        #expect(run.delivered == [[1], [2]])
        #expect(run.sleeps == [3, 5, 2, 4, 8, 15, 60].map { .seconds($0) })
        #expect(run.status.lastError == "401 Unauthorized")
    }

    @Test func `trouble before the first poll is waited for too`() async throws {
        let run = try await self.run(
            [.html("502 Bad Gateway"), .resetAfterRequest, Self.noWebhook, self.batch(1)], until: 5)
        #expect(run.requests.prefix(3).map(\.method) == Array(repeating: "getWebhookInfo", count: 3))
        #expect(run.sleeps == [.milliseconds(500), .seconds(1)])
        #expect(run.delivered == [[1]])
    }

    @Test func `updates without any id are handed over, and asked for again only after a while`() async throws {
        let run = try await self.run([Self.noWebhook, .ok(#"[{"message":{}}]"#), self.batch(1)], until: 4)
        #expect(run.delivered == [[nil], [1]])
        #expect(run.offsets == [nil, nil, "2"])
        #expect(run.sleeps == [.milliseconds(500)])
    }

    @Test func `a server that answers nothing at once is not flooded`() async throws {
        let run = try await self.run([Self.noWebhook, .ok("[]"), .ok("[]")], until: 4)
        #expect(run.sleeps == [.milliseconds(250), .milliseconds(250)])
    }

    @Test func `a stop while waiting confirms the last batch with one short poll`() async throws {
        // The poll that would confirm is answered with an error, and the stop comes while its back-off lasts.
        let manual = ManualTiming()
        let reached = AsyncStream<Void>.makeStream()
        var timing = manual.timing()
        timing.sleep = { _ in
            reached.continuation.yield()
            try await Task.sleep(for: .seconds(600))
        }
        let status = ReceiverStatus(mode: .polling, timing: timing)
        let steps = [Self.noWebhook, self.batch(1), .refusal(500, "Internal Server Error: restart"), .ok("[]")]
        try await ScriptedServer.run(steps) { server in
            try await withClient(server.url) { [timing] client in
                let receiver = PollingReceiver(
                    client: client, options: PollingOptions(), status: status, timing: timing,
                    logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
                await withTaskGroup { group in
                    group.addTask { await receiver.run { _ in } }
                    for await _ in reached.stream { break }
                    #expect(status.snapshot.state == .backingOff(failures: 1, until: timing.now() + 500))
                    group.cancelAll()
                }
                #expect(server.requests.count == 4)
                #expect(server.requests.last?.body == #"{"offset":2,"limit":1,"timeout":0}"#)
                #expect(status.snapshot.state == .stopped)
            }
        }
    }

    @Test func `timeouts are cut to what Telegram allows`() {
        #expect(PollingOptions(timeout: .seconds(90)).timeout == .seconds(50))
        #expect(PollingOptions(timeout: .seconds(-1)).timeout == .zero)
        #expect(PollingOptions(timeout: .seconds(20)).timeout == .seconds(20))
    }
}
