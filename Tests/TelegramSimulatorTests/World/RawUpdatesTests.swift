import JSON
import Testing

@testable import TelegramSimulator

@Suite struct RawUpdatesTests {
    @Test func `any object gets the next number`() throws {
        var world = makeWorld()
        let next = world.updates.nextID
        _ = try world.inject(Array(#"{"message_reaction":{"chat":{"id":5}}}"#.utf8))
        _ = try world.inject(Array(#"{"no_such_kind":[1], "update_id": 3}"#.utf8))
        let updates = try world.fetch()
        #expect(updates.map { $0["update_id"]?.int64 } == [next, next + 1])
        #expect(updates.last?["no_such_kind"]?.count == 1)
    }

    @Test func `a verbatim update goes as it is`() throws {
        var world = makeWorld()
        let raw = #"{ "update_id" : 3, "message":null}"#
        _ = try world.inject(Array(raw.utf8), isVerbatim: true)
        _ = try world.inject(Array("[]".utf8))
        #expect(world.updates.all.map { text($0.json) } == [raw, "[]"])
    }

    @Test func `what is not JSON is refused`() {
        var world = makeWorld()
        #expect(throws: ActionRefusal.invalid("the update is not JSON")) { try world.inject(Array("{".utf8)) }
    }
}
