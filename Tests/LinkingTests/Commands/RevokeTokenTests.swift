import Linking
import Testing

struct RevokeTokenTests {
    private let command = RevokeToken(tokenID: Samples.id(1))

    @Test func `a live token is revoked`() throws {
        let decision = try self.command.decide(RevokeToken.Facts(token: Samples.token()), at: Samples.now)
        let revoked = TokenEnded(tokenID: Samples.id(1), reason: "backend", userID: Samples.ann)
        #expect(decision.events == [ProposedEvent(.tokenRevoked(revoked))])
        #expect(decision.answer.revoked)
    }

    @Test func `an unknown token is not found`() {
        #expect(throws: Rejection.tokenNotFound) {
            try self.command.decide(RevokeToken.Facts(token: nil), at: Samples.now)
        }
    }

    @Test(arguments: [Token.State.redeemed(Samples.privateChat.id), .revoked, .expired])
    func `a token that ended before is left alone`(state: Token.State) throws {
        let facts = RevokeToken.Facts(token: Samples.token(state: state))
        let decision = try self.command.decide(facts, at: Samples.now)
        #expect(decision.events.isEmpty)
        #expect(!decision.answer.revoked)
    }

    @Test func `a token past its time is found expired, not revoked`() throws {
        let now = Samples.now.adding(seconds: 900)
        let decision = try self.command.decide(RevokeToken.Facts(token: Samples.token()), at: now)
        let expired = TokenEnded(tokenID: Samples.id(1), reason: nil, userID: Samples.ann)
        #expect(decision.events == [ProposedEvent(.tokenExpired(expired))])
        #expect(!decision.answer.revoked)
    }
}
