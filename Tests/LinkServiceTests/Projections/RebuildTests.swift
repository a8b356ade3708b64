import EventLog
import Linking
import Testing

@testable import LinkService

@Suite struct RebuildTests {
    @Test(arguments: 0..<4)
    func `a rebuild makes the bytes that the live service had`(round: Int) async throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed of round \(round): \(seed)")
        let world = try JournalWorld()
        var session = RandomSession(seed: seed)
        try await session.run(600, in: world)
        let differences = try Self.differences(world)
        #expect(differences.count == 0, "\(differences.examples)")
        #expect(differences.keys > 100)
        #expect(Set(try world.types()).count > 12, "a session should see most kinds of events")
    }

    @Test func `flushing in between changes no byte`() async throws {
        let world = try JournalWorld()
        var session = RandomSession(seed: 42)
        for _ in 0..<10 {
            try await session.run(40, in: world)
            try world.journal.store.flush()
        }
        #expect(try Self.differences(world).count == 0)
    }

    @Test func `a generation that is behind catches up to the same bytes`() async throws {
        let world = try JournalWorld()
        var session = RandomSession(seed: 7)
        try await session.run(200, in: world)
        let late = try ProjectionStore(path: world.directory + "/late")
        try ProjectionCatchUp(log: world.log, store: late).run(through: world.log.head.seq / 2)
        try ProjectionCatchUp(log: world.log, store: late).run(through: world.log.head.seq)
        try world.journal.store.flush()
        #expect(try ProjectionComparison(world.journal.store, late).run().count == 0)
    }

    @Test func `a changed key is found`() async throws {
        let world = try JournalWorld()
        _ = try await world.issue("ann")
        let other = try JournalWorld()
        _ = try await other.issue("ben")
        try world.journal.store.flush()
        try other.journal.store.flush()
        #expect(try ProjectionComparison(world.journal.store, other.journal.store).run().count > 0)
    }

    @Test func `every record reads back as the event that it was written from`() async throws {
        let world = try JournalWorld()
        var session = RandomSession(seed: 99)
        try await session.run(300, in: world)
        for record in try world.log.read(from: 1, limit: .max, byteLimit: .max) {
            let recorded = try EventDecoder.decode(record.bytes, seq: record.seq)
            let encoded = EncodedEvent(recorded.event)
            let text = String(decoding: record.bytes, as: UTF8.self)
            #expect(text.contains(String(decoding: encoded.data, as: UTF8.self)))
            if let personal = encoded.personal { #expect(text.contains(String(decoding: personal, as: UTF8.self))) }
        }
    }

    private static func differences(_ world: JournalWorld) throws -> ProjectionComparison.Differences {
        let fresh = try ProjectionStore(path: world.directory + "/fresh")
        try ProjectionCatchUp(log: world.log, store: fresh).run(through: world.log.head.seq)
        try world.journal.store.flush()
        return try ProjectionComparison(world.journal.store, fresh).run()
    }
}
