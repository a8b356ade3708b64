import Foundation
import JSON
import TelegramSimulator

/// A backend's work while the service is killed under it: links users, sends them notifications, keeps a ledger.
struct Campaign: Sendable {
    static let callers = 16
    static let notificationsPerUser = 5

    let simulator: Simulator
    let home: TestHome
    let backend = Backend()
    let ledger = Ledger()

    /// A user of the application, and of Telegram.
    static func chat(_ user: String) -> Int64 { 7_000_000 + (Int64(user.dropFirst()) ?? 0) }

    /// Starts the service, or starts it again.
    func start(_ settings: [String: String]) async throws -> RunningService {
        let service = try await self.home.serve(settings)
        await self.backend.use(service.client)
        return service
    }

    /// Links users while `chaos` goes on, and returns when both are done.
    func link(_ users: [String], _ chaos: @escaping @Sendable () async throws -> Void) async throws {
        try await self.each(users, chaos) { user in try await self.link(user) }
    }

    /// Sends notifications while `chaos` goes on, and returns when both are done.
    func notify(_ texts: [String], _ chaos: @escaping @Sendable () async throws -> Void) async throws {
        try await self.each(texts, chaos) { text in try await self.notify(text) }
    }

    /// Issues a token, lets the user press Start, and waits for the link.
    private func link(_ user: String) async throws {
        let issued = try await self.backend.call("issueToken") { $0.member("userId", user) }
        guard let id = issued["tokenId"]?.string, let token = issued["token"]?.string else { throw Unexpected(issued) }
        self.ledger.note { $0.tokens[id] = user }
        let receipt = try self.simulator.start(user: Self.chat(user), payload: token)
        while true {
            let answer = try await self.backend.call("waitForToken") {
                $0.member("tokenId", id)
                $0.member("timeoutSeconds", 60)
            }
            if answer["state"]?.string == "issued" { continue }
            guard answer["state"]?.string == "redeemed", let chat = answer["link"]?["chatId"]?.int64 else {
                throw Unexpected(answer)
            }
            return self.ledger.note {
                $0.links[user] = chat
                $0.updates += receipt.updateIDs
            }
        }
    }

    /// `text` begins with the user's name; it is its own idempotency key.
    private func notify(_ text: String) async throws {
        let answer = try await self.backend.call("notify") {
            $0.member("userId", text.prefix { $0 != " " }.description)
            $0.member("text", text)
            $0.member("idempotencyKey", text)
            $0.member("onUncertain", Self.isResent(text) ? "resend" : "drop")
        }
        guard let id = answer["notificationId"]?.string else { throw Unexpected(answer) }
        self.ledger.note { $0.notifications[text] = id }
    }

    /// Whether the caller asked for it again if the answer is lost.
    static func isResent(_ text: String) -> Bool { text.hasSuffix("again") }

    private func each(
        _ items: [String], _ chaos: @escaping @Sendable () async throws -> Void,
        _ work: @escaping @Sendable (String) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.orGiveUp(chaos) }
            for caller in 0..<Self.callers {
                let share = items.enumerated().filter { $0.offset % Self.callers == caller }.map(\.element)
                group.addTask { try await self.orGiveUp { for item in share { try await work(item) } } }
            }
            try await group.waitForAll()
        }
    }

    /// What fails ends the others' waiting, too.
    private func orGiveUp(_ work: @Sendable () async throws -> Void) async throws {
        do {
            try await work()
        } catch {
            await self.backend.giveUp()
            self.ledger.giveUp()
            throw error
        }
    }

    /// An answer that is none of those expected.
    struct Unexpected: Error, CustomStringConvertible {
        let description: String
        init(_ answer: JSONValue) { self.description = String(decoding: answer.text, as: UTF8.self) }
    }
}
