import Linking
import Testing

struct LinkTests {
    private func link(_ state: Link.State = .active, after event: Event) -> Link {
        var link = Samples.link(chat: Samples.group, state: state)
        link.apply(Samples.recorded(event))
        return link
    }

    private var change: LinkChanged {
        Samples.changed(Samples.link(chat: Samples.group), "blocked")
    }

    private var move: LinkMigrated {
        LinkMigrated(
            linkID: Samples.id(11), userID: Samples.ann, fromChatID: Samples.group.id, chatID: Samples.supergroup)
    }

    @Test func `an active link is suspended, resumed and revoked`() {
        let later = Samples.now.adding(seconds: 1)
        let suspended = self.link(after: .linkSuspended(self.change))
        #expect(suspended.state == .suspended(reason: "blocked") && suspended.updatedAt == later)
        let resumed = self.link(.suspended(reason: "kicked"), after: .linkResumed(self.change))
        #expect(resumed.state == .active && resumed.updatedAt == later)
        let revoked = self.link(after: .linkRevoked(self.change))
        #expect(revoked.state == .revoked(reason: "blocked") && revoked.updatedAt == later)
        #expect(self.link(.suspended(reason: "x"), after: .linkRevoked(self.change)).isRevoked)
    }

    @Test func `a suspended link keeps its first reason`() {
        let link = self.link(.suspended(reason: "kicked"), after: .linkSuspended(self.change))
        #expect(link == Samples.link(chat: Samples.group, state: .suspended(reason: "kicked")))
    }

    @Test func `nothing moves a revoked link`() {
        let revoked = Samples.link(chat: Samples.group, state: .revoked(reason: "user"))
        let events: [Event] = [
            .linkSuspended(self.change), .linkResumed(self.change), .linkRevoked(self.change),
            .linkMigrated(self.move),
        ]
        for event in events { #expect(self.link(revoked.state, after: event) == revoked) }
    }

    @Test func `a link follows its group to the supergroup, whatever its state, once`() {
        var link = self.link(.suspended(reason: "kicked"), after: .linkMigrated(self.move))
        #expect(link.chatID == Samples.supergroup)
        #expect(link.chatType == "supergroup")
        #expect(link.state == .suspended(reason: "kicked"))
        #expect(link.updatedAt == Samples.now.adding(seconds: 1))
        let before = link
        link.apply(Samples.recorded(.linkMigrated(self.move), after: 9))
        #expect(link == before)
    }

    @Test(arguments: everyEventAboutOthers)
    func `what concerns another link changes nothing`(event: Event) {
        #expect(self.link(after: event) == Samples.link(chat: Samples.group))
    }

    @Test func `a link begins active, as it was confirmed`() {
        let confirmed = LinkConfirmed(
            linkID: Samples.id(11), proof: .token(Samples.id(1)), userID: Samples.ann, chat: Samples.privateChat,
            context: nil)
        #expect(Link(confirmed, at: Samples.now) == Samples.link())
    }
}
