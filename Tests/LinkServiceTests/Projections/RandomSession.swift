import Linking

@testable import LinkService

/// Users, chats and messages that do what comes to their minds, all following from one seed.
struct RandomSession {
    private var random: SplitMix
    private var tokens: [LinkToken] = []
    private var nextUpdate: Int64 = 1
    private var notifications: [(id: NotificationID, attempt: Int, seq: UInt64)] = []

    init(seed: UInt64) {
        self.random = SplitMix(state: seed)
    }

    /// Does `count` things.
    mutating func run(_ count: Int, in world: JournalWorld) async throws {
        for _ in 0..<count {
            do {
                try await self.step(world)
            } catch JournalError.rejected {
                continue  // A refusal is an outcome like any other.
            }
        }
    }

    private mutating func step(_ world: JournalWorld) async throws {
        world.clock.advance(seconds: Int64(self.pick(5)))
        let user = "user\(self.pick(12))"
        switch self.pick(12) {
        case 0, 1: self.tokens.append(try await world.issue(user, chat: self.pick(4) == 0 ? .group : .private))
        case 2, 3: try await self.start(world)
        case 4: try await self.receive(world, self.pick(2) == 0 ? .unreachable(reason: "blocked") : .reachable)
        case 5: try await self.receive(world, [.help, .status, .stop, .start(.none)][self.pick(4)])
        case 6: try await self.migrate(world)
        case 7, 8: try await self.notify(world, user)
        case 9, 10: try await self.deliver(world)
        default: try await self.revoke(world, user)  // 11
        }
    }

    private mutating func start(_ world: JournalWorld) async throws {
        guard !self.tokens.isEmpty else { return }
        let token = self.tokens[self.pick(self.tokens.count)]
        let isGroup = self.pick(3) == 0
        self.nextUpdate += 1
        try await world.receive(
            self.nextUpdate, in: isGroup ? Int64(-1 - self.pick(5)) : Int64(1 + self.pick(15)),
            .start(.token(token.id, token.hash)), type: isGroup ? "group" : "private")
    }

    private mutating func receive(_ world: JournalWorld, _ action: ChatAction) async throws {
        self.nextUpdate += self.pick(6) == 0 ? 0 : 1
        let url = self.pick(2) == 0 ? "https://app.example.com/?code=x" : nil
        try await world.receive(self.nextUpdate, in: Int64(1 + self.pick(15)), action, confirmURL: url)
    }

    private mutating func migrate(_ world: JournalWorld) async throws {
        self.nextUpdate += 1
        let old = Int64(-1 - self.pick(5))
        try await world.receive(
            self.nextUpdate, in: old, .migrated(to: ChatID(-1_000_000_000_000 + old)), type: "group")
    }

    private mutating func notify(_ world: JournalWorld, _ user: String) async throws {
        let key = self.pick(3) == 0 ? "key\(self.pick(6))" : nil
        let committed = try await world.notify(user, "text", key: key)
        for id in committed.answer.notificationIDs { self.notifications.append((id, 0, committed.seq)) }
    }

    private mutating func deliver(_ world: JournalWorld) async throws {
        guard !self.notifications.isEmpty else { return }
        let index = self.pick(self.notifications.count)
        let id = self.notifications[index].id
        let attempted = try await world.journal.perform(AttemptNotification(id: id), by: "service")
        guard case .send(_, _, let attempt) = attempted.answer else { return }
        let outcomes: [AttemptOutcome] = [
            .sent(messageID: 1), .rateLimited(seconds: 3), .unavailable(reason: "server", description: "502"),
            .migrated(to: ChatID(-1_000_000_000_001)), .chatGone(reason: "blocked", description: "Forbidden"),
            .rejected(description: "no"), .lost(description: "reset"),
        ]
        _ = try await world.journal.perform(
            ResolveAttempt(
                id: id, attempt: attempt, outcome: outcomes[self.pick(outcomes.count)], attemptedSeq: attempted.seq,
                policy: RetryPolicy(), jitter: 0.5), by: "service")
    }

    private mutating func revoke(_ world: JournalWorld, _ user: String) async throws {
        if self.pick(2) == 0, !self.tokens.isEmpty {
            _ = try await world.journal.perform(
                RevokeToken(tokenID: self.tokens[self.pick(self.tokens.count)].id), by: "rpc:test")
        } else {
            _ = try await world.journal.perform(
                RevokeSelectedLinks(.user(UserID(stored: user), in: nil)), by: "rpc:test")
        }
    }

    private mutating func pick(_ count: Int) -> Int {
        Int.random(in: 0..<count, using: &self.random)
    }
}

/// A small generator whose numbers follow from its seed.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = self.state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
