import Linking
import Testing

struct ConfirmLinkTests {
    private let command = ConfirmLink(
        codeID: Samples.id(21), codeHash: Samples.hash(21), userID: Samples.ann, linkID: Samples.id(901),
        notificationID: Samples.id(902), replies: Replies())
    private let confirmed = LinkConfirmed(
        linkID: Samples.id(901), proof: .registration(Samples.id(21)), userID: Samples.ann,
        chat: Samples.privateChat, context: nil)

    private func facts(_ registration: Registration?, _ links: [Link] = []) -> ConfirmLink.Facts {
        ConfirmLink.Facts(registration: registration, linksInChat: links)
    }

    @Test func `an open code links its chat and says welcome there`() throws {
        let decision = try self.command.decide(self.facts(Samples.registration()), at: Samples.now)
        #expect(
            decision.events.map(\.event) == [
                .linkConfirmed(self.confirmed), NotificationRequested.reply(.welcome, to: Samples.privateChat),
            ])
        #expect(decision.answer.link == Link(self.confirmed, at: Samples.now))
    }

    @Test func `the user linked there before is replaced and that is said`() throws {
        let old = Samples.link(user: Samples.bob)
        #expect(
            try self.command.events(self.facts(Samples.registration(), [old])) == [
                .linkRevoked(Samples.changed(old, "replaced")), .linkConfirmed(self.confirmed),
                NotificationRequested.reply(.welcomeReplacing, to: Samples.privateChat),
            ])
    }

    @Test func `the same user's earlier link is replaced without a word`() throws {
        let old = Samples.link(state: .suspended(reason: "blocked"))
        #expect(
            try self.command.events(self.facts(Samples.registration(), [old])) == [
                .linkRevoked(Samples.changed(old, "replaced")), .linkConfirmed(self.confirmed),
                NotificationRequested.reply(.welcome, to: Samples.privateChat),
            ])
    }

    @Test func `an unknown code and a wrong hash are not found`() {
        var guess = self.command
        guess.codeHash = Samples.hash(99)
        #expect(throws: Rejection.registrationNotFound) { try self.command.events(self.facts(nil)) }
        #expect(throws: Rejection.registrationNotFound) { try guess.events(self.facts(Samples.registration())) }
    }

    @Test func `a code links once`() {
        let used = Samples.registration(state: .confirmed(Samples.id(11)))
        #expect(throws: Rejection.codeUsed) { try self.command.events(self.facts(used)) }
        let replaced = Samples.registration(state: .replaced)
        #expect(throws: Rejection.codeUsed) { try self.command.events(self.facts(replaced)) }
    }

    @Test func `a code past its time links nothing`() {
        #expect(throws: Rejection.codeExpired) {
            try self.command.events(self.facts(Samples.registration()), at: Samples.now.adding(seconds: 900))
        }
    }
}
