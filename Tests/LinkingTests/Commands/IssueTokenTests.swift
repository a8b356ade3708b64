import Linking
import Testing

struct IssueTokenTests {
    private let command = IssueToken(
        tokenID: Samples.id(2), tokenHash: Samples.hash(2), userID: Samples.ann, chat: .private,
        context: Samples.context, ttlSeconds: 900)
    private let issued = Event.tokenIssued(
        TokenIssued(
            tokenID: Samples.id(2), tokenHash: Samples.hash(2), chat: .private,
            expiresAt: Samples.now.adding(seconds: 900), userID: Samples.ann, context: Samples.context))

    @Test func `a first token is issued`() throws {
        let decision = try self.command.decide(IssueToken.Facts(liveToken: nil), at: Samples.now)
        #expect(decision.events == [ProposedEvent(self.issued)])
        #expect(
            decision.answer
                == IssueToken.Answer(tokenID: Samples.id(2), expiresAt: Samples.now.adding(seconds: 900)))
    }

    @Test func `the user's live token is voided`() throws {
        let revoked = TokenEnded(tokenID: Samples.id(1), reason: "replaced", userID: Samples.ann)
        let events = try self.command.events(IssueToken.Facts(liveToken: Samples.token()))
        #expect(events == [.tokenRevoked(revoked), self.issued])
    }

    @Test func `the user's token past its time is found expired`() throws {
        let now = Samples.now.adding(seconds: 900)
        let expired = TokenEnded(tokenID: Samples.id(1), reason: nil, userID: Samples.ann)
        let events = try self.command.events(IssueToken.Facts(liveToken: Samples.token()), at: now)
        #expect(events.first == .tokenExpired(expired))
        #expect(events.count == 2)
    }

    @Test func `a token that ended before is left alone`() throws {
        let events = try self.command.events(IssueToken.Facts(liveToken: Samples.token(state: .revoked)))
        #expect(events == [self.issued])
    }
}
