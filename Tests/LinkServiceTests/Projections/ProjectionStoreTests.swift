import EventLog
import Foundation
import LevelDB
import Linking
import Testing

@testable import LinkService

@Suite struct ProjectionStoreTests {
    @Test func `what was flushed is there after opening again, with its checkpoint`() async throws {
        let world = try JournalWorld()
        let token = try await world.issue("ann")
        let path = world.directory + "/copy"
        try world.journal.store.flush()
        try FileManager.default.copyItem(atPath: world.directory + "/1", toPath: path)
        let store = try ProjectionStore(path: path)
        #expect(store.checkpoint == 1)
        #expect(try store.token(token.id)?.userID.text == "ann")
        #expect(store.summary.counts.tokensIssued == 1)
    }

    @Test func `a scan sees what is not flushed yet, in the order of ids, and not what was removed`() async throws {
        let world = try JournalWorld()
        for number in 0..<5 {
            world.clock.advance(seconds: 1)
            let token = try await world.issue("user\(number)")
            try await world.receive(Int64(number), in: Int64(number + 1), .start(.token(token.id, token.hash)))
        }
        var users: [String] = []
        let store = world.journal.store
        try store.scan(LinksProjection.allKey) { (key, bytes) throws(ProjectionError) in
            guard let id: LinkID = StateKey.trailingID(key), let link = try store.link(id) else { return true }
            users.append(link.userID.text)
            return true
        }
        #expect(users == (0..<5).map { "user\($0)" })
    }

    @Test func `updates older than the window are forgotten, younger ones are not`() async throws {
        let world = try JournalWorld()
        try await world.receive(1, in: 7, .none)
        world.clock.advance(seconds: 24 * 3_600)
        #expect(try await world.receive(1, in: 7, .none) == .duplicate)
        world.clock.advance(seconds: SeenUpdatesProjection.windowSeconds)
        try await world.receive(2, in: 7, .none)
        #expect(try !world.journal.store.hasSeen(1))
        #expect(try world.journal.store.hasSeen(2))
    }

    @Test func `codes that expired make room again`() async throws {
        let world = try JournalWorld()
        let url = "https://app.example.com/?code=x"
        for number in 0..<7 as Range<Int64> {
            try await world.receive(number, in: 7, .start(.none), confirmURL: url)
        }
        #expect(try world.types().count { $0 == "registration.requested" } == ReceiveUpdate.Limits.codesInChatMax)
        world.clock.advance(seconds: 901)
        try await world.receive(100, in: 7, .start(.none), confirmURL: url)
        #expect(try world.types().count { $0 == "registration.requested" } == ReceiveUpdate.Limits.codesInChatMax + 1)
    }

    @Test func `keys of chats sort as their numbers do`() {
        let chats: [Int64] = [-1_000_000_000_001, -5, -1, 1, 7, 1 << 40]
        let keys = chats.map { StateKey(0, 0).chat(ChatID($0)).bytes }
        for (lower, higher) in zip(keys, keys.dropFirst()) {
            #expect(lower.lexicographicallyPrecedes(higher))
        }
    }

    @Test func `one user's keys are no part of another's, whatever the names`() {
        let short = LinksProjection.indexKey(UserID(stored: "a"))
        let long = LinksProjection.indexKey(UserID(stored: "a\u{0}b"))
        #expect(!long.bytes.starts(with: short.bytes))
    }
}

extension ProjectionStoreTests {
    @Test func `a projection of another version is made anew, beside others that stay`() async throws {
        let world = try JournalWorld()
        var session = RandomSession(seed: 3)
        try await session.run(100, in: world)
        let path = world.directory + "/old"
        try world.journal.store.flush()
        try FileManager.default.copyItem(atPath: world.directory + "/1", toPath: path)
        try Self.age(LinksProjection.self, in: path, at: world.log.head.seq)
        let store = try ProjectionStore(path: path)
        #expect(store.storedCheckpoints[LinksProjection.name] == 0)
        #expect(store.storedCheckpoints[TokensProjection.name] == world.log.head.seq)
        try ProjectionCatchUp(log: world.log, store: store).run(through: world.log.head.seq)
        #expect(try ProjectionComparison(world.journal.store, store).run().count == 0)
    }

    /// Makes a projection look as if a linksvc of another version had written it.
    private static func age(_ projection: any Projection.Type, in path: String, at seq: UInt64) throws {
        let database = try Database(path: path, options: Options())
        var batch = WriteBatch()
        let checkpoint = Checkpoint(version: projection.version + 1, seq: seq, summary: [])
        batch.put(Checkpoint.key(of: projection.name).bytes, checkpoint.storedBytes)
        batch.put([projection.prefix, 9], [1])
        try database.write(batch, sync: false)
    }
}
