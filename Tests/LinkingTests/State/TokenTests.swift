import Linking
import Testing

struct TokenTests {
    private let redeemed = Event.tokenRedeemed(
        TokenRedeemed(tokenID: Samples.id(1), userID: Samples.ann, chatID: Samples.privateChat.id))
    private let revoked = Event.tokenRevoked(
        TokenEnded(tokenID: Samples.id(1), reason: "backend", userID: Samples.ann))
    private let expired = Event.tokenExpired(TokenEnded(tokenID: Samples.id(1), reason: nil, userID: Samples.ann))
    private let confirmed = Event.linkConfirmed(
        LinkConfirmed(
            linkID: Samples.id(11), proof: .token(Samples.id(1)), userID: Samples.ann, chat: Samples.privateChat,
            context: nil))

    private func token(after events: Event...) -> Token {
        var token = Samples.token()
        for event in events { token.apply(Samples.recorded(event)) }
        return token
    }

    @Test func `an issued token is redeemed, revoked or expired`() {
        #expect(self.token(after: self.redeemed).state == .redeemed(Samples.privateChat.id))
        #expect(self.token(after: self.revoked).state == .revoked)
        #expect(self.token(after: self.expired).state == .expired)
    }

    @Test func `a token ends once`() {
        #expect(self.token(after: self.revoked, self.redeemed).state == .revoked)
        #expect(self.token(after: self.expired, self.revoked).state == .expired)
        #expect(self.token(after: self.redeemed, self.expired).state == .redeemed(Samples.privateChat.id))
    }

    @Test func `the link that redeeming made is noted`() {
        #expect(self.token(after: self.redeemed, self.confirmed).linkID == Samples.id(11))
    }

    @Test(arguments: everyEventAboutOthers)
    func `what concerns another token changes nothing`(event: Event) {
        #expect(self.token(after: event) == Samples.token())
    }

    @Test func `a token is expired from its expiry instant on, without an event`() {
        let token = Samples.token()
        #expect(token.isLive(at: token.expiresAt.adding(milliseconds: -1)))
        #expect(!token.isLive(at: token.expiresAt))
        #expect(token.effectiveState(at: token.expiresAt) == .expired)
    }

    @Test func `a redeemed token stays redeemed past its time`() {
        let token = self.token(after: self.redeemed)
        #expect(token.effectiveState(at: token.expiresAt) == .redeemed(Samples.privateChat.id))
    }

    @Test func `a token begins as it was issued`() {
        let issued = TokenIssued(
            tokenID: Samples.id(1), tokenHash: Samples.hash(1), chat: .private,
            expiresAt: Samples.now.adding(seconds: 900), userID: Samples.ann, context: Samples.context)
        #expect(Token(issued, at: Samples.now) == Samples.token())
    }
}
