import EventLog
import Linking
import Testing

@testable import LinkService

@Suite struct BackgroundFlushTests {
    @Test(arguments: [1, 7, 50])
    func `folding on while a flush is under way changes no byte`(keysPerFlush: Int) async throws {
        let world = try JournalWorld()
        var session = RandomSession(seed: 11)
        try await session.run(300, in: world)
        let fresh = try ProjectionStore(path: world.directory + "/fresh")
        try ProjectionCatchUp(log: world.log, store: fresh, keysPerFlush: keysPerFlush).run(through: world.log.head.seq)
        try world.journal.store.flush()
        let differences = try ProjectionComparison(world.journal.store, fresh).run()
        #expect(differences.count == 0, "\(differences.examples)")
        #expect(differences.keys > 100)
    }
}
