import EventLog
import Linking
import Synchronization
import Testing

@testable import LinkService

@Suite struct JournalTests {
    @Test func `a command's events are on disk, in order and with their cause, when it is answered`() async throws {
        let world = try JournalWorld()
        let token = try await world.issue("ann")
        try await world.receive(1, in: 7, .start(.token(token.id, token.hash)))
        #expect(
            try world.types() == [
                "token.issued", "update.received", "token.redeemed", "link.confirmed", "notification.requested",
            ])
        #expect(try world.records()[2...].allSatisfy { $0.contains(#""by":"telegram","cause":2,"#) })
        #expect(try !world.records()[1].contains("cause"))
    }

    @Test func `a token is redeemed once, however many press at the same time`() async throws {
        let world = try JournalWorld()
        let token = try await world.issue("ann")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for chat in 1...50 as ClosedRange<Int64> {
                group.addTask { try await world.receive(chat, in: chat, .start(.token(token.id, token.hash))) }
            }
            try await group.waitForAll()
        }
        let types = try world.types()
        #expect(types.count { $0 == "token.redeemed" } == 1)
        #expect(types.count { $0 == "link.confirmed" } == 1)
        #expect(types.count { $0 == "token.rejected" } == 49)
        #expect(types.count { $0 == "update.received" } == 50)
    }

    @Test func `an update that was seen changes nothing, whatever its number`() async throws {
        let world = try JournalWorld()
        #expect(try await world.receive(900, in: 7, .none) == .recorded)
        #expect(try await world.receive(5, in: 7, .none) == .recorded)
        #expect(try await world.receive(900, in: 7, .none) == .duplicate)
        #expect(try world.types().count == 2)
    }

    @Test func `a refused command writes nothing`() async throws {
        let world = try JournalWorld()
        await #expect(throws: JournalError.rejected(.notLinked)) { try await world.notify("ann", "hello") }
        #expect(world.log.head.seq == 0)
    }

    @Test func `a link that is named and was never there is not found, which is more than not linked`() async throws {
        let world = try JournalWorld()
        let request = RequestNotification(
            firstID: .fresh(at: world.clock.now), message: Message(text: "x"), delivery: Delivery(), kind: .notify)
        let unknown = Notify(to: .link(LinkID(high: 1, low: 2)), request)
        await #expect(throws: JournalError.rejected(.linkNotFound)) {
            try await world.journal.perform(unknown, by: "rpc:test")
        }
    }

    @Test func `the same key asks once, another request under it is refused, and after a day it is free`() async throws
    {
        let world = try JournalWorld()
        let token = try await world.issue("ann")
        try await world.receive(1, in: 7, .start(.token(token.id, token.hash)))
        let first = try await world.notify("ann", "hello", key: "k")
        let again = try await world.notify("ann", "hello", key: "k")
        #expect(again.answer.notificationIDs == first.answer.notificationIDs)
        #expect(again.firstSeq == nil)
        await #expect(throws: JournalError.rejected(.idempotencyConflict)) {
            try await world.notify("ann", "hello you", key: "k")
        }
        world.clock.advance(seconds: 86_401)
        let later = try await world.notify("ann", "hello you", key: "k")
        #expect(later.answer.notificationIDs != first.answer.notificationIDs)
    }

    @Test func `record time never decreases, even if the clock does`() async throws {
        let world = try JournalWorld()
        _ = try await world.issue("ann")
        world.clock.advance(seconds: -60)
        _ = try await world.issue("ben")
        let times = try world.log.read(from: 1, limit: 9, byteLimit: .max).map { record in
            try EventDecoder.decode(record.bytes, seq: record.seq).time
        }
        #expect(times[0] == times[1])
    }

    @Test func `a write that failed is told, and leaves no trace in the projections`() async throws {
        let world = try JournalWorld { $0 == 1 ? .notWritten : nil }
        let failure = await #expect(throws: JournalError.self) { try await world.issue("ann") }
        guard case .storage(.notWritten, _) = failure else {
            return #expect(Bool(false), "\(String(describing: failure))")
        }
        #expect(world.journal.store.summary.counts.tokensIssued == 0)
        _ = try await world.issue("ann")
        #expect(try world.types() == ["token.issued"])
    }

    @Test(arguments: [AppendFault.unknownWritten, .unknownNotWritten])
    func `after a write of unknown outcome the projections follow what the log holds`(fault: AppendFault) async throws {
        let world = try JournalWorld { $0 == 1 ? fault : nil }
        let failure = await #expect(throws: JournalError.self) { try await world.issue("ann") }
        guard case .storage(.unknown, _) = failure else {
            return #expect(Bool(false), "\(String(describing: failure))")
        }
        _ = try await world.issue("ben")
        let expected: UInt64 = fault == .unknownWritten ? 2 : 1
        #expect(world.log.head.seq == expected)
        #expect(world.journal.store.summary.counts.tokensIssued == expected)
    }

    @Test func `observers hear each event once, in order`() async throws {
        let world = try JournalWorld()
        let heard = HeardEvents()
        world.journal.observe(heard)
        for number in 0..<20 { _ = try await world.issue("user\(number)") }
        #expect(heard.seqs == Array(1...20))
    }

    @Test func `a stopped journal refuses, having done what was asked before`() async throws {
        let world = try JournalWorld()
        _ = try await world.issue("ann")
        world.journal.stop()
        await #expect(throws: JournalError.shuttingDown) { try await world.issue("ben") }
        #expect(world.journal.store.checkpoint == 1)
    }

    @Test func `more commands than may wait are refused as overload`() async throws {
        var limits = JournalLimits()
        limits.commandsWaiting = 0
        let world = try JournalWorld(limits: limits)
        await #expect(throws: JournalError.overloaded) { try await world.issue("ann") }
    }
}

/// Notes the seqs of the events it hears.
private final class HeardEvents: JournalObserver {
    private let state = Mutex<[UInt64]>([])
    var seqs: [UInt64] { self.state.withLock { $0 } }

    func committed(_ events: [RecordedEvent]) {
        self.state.withLock { $0 += events.map(\.seq) }
    }
}
