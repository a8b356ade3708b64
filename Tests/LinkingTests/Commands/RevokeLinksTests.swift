import Linking
import Testing

struct RevokeLinksTests {
    @Test func `active and suspended links are revoked, those revoked before are not counted`() throws {
        let active = Samples.link(11)
        let suspended = Samples.link(12, chat: Samples.group, state: .suspended(reason: "kicked"))
        let revoked = Samples.link(13, chat: Samples.channel, state: .revoked(reason: "user"))
        let facts = RevokeLinks.Facts(links: [active, suspended, revoked])
        let decision = try RevokeLinks().decide(facts, at: Samples.now)
        #expect(
            decision.events.map(\.event) == [
                .linkRevoked(Samples.changed(active, "backend")), .linkRevoked(Samples.changed(suspended, "backend")),
            ])
        #expect(decision.answer.revoked == 2)
    }

    @Test func `a user without links has none revoked`() throws {
        let decision = try RevokeLinks().decide(RevokeLinks.Facts(links: []), at: Samples.now)
        #expect(decision.events.isEmpty)
        #expect(decision.answer.revoked == 0)
    }

    @Test func `a link that does not exist is not found`() {
        #expect(throws: Rejection.linkNotFound) {
            try RevokeLinks().decide(RevokeLinks.Facts(links: nil), at: Samples.now)
        }
    }
}
