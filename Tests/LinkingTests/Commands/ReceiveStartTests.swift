import Linking
import Testing

struct ReceiveStartTests {
    private static let argument = StartArgument.token(Samples.id(1), Samples.hash(1))

    private func scene(_ token: Token?, links: [Link] = [], in chat: Chat = Samples.privateChat) -> UpdateScene {
        var scene = UpdateScene(.start(Self.argument), in: chat)
        scene.facts = ReceiveUpdate.Facts(seen: false, token: token, linksInChat: links)
        return scene
    }

    private func redeemed(in chat: Chat = Samples.privateChat) -> Event {
        .tokenRedeemed(TokenRedeemed(tokenID: Samples.id(1), userID: Samples.ann, chatID: chat.id))
    }

    private func confirmed(in chat: Chat = Samples.privateChat) -> Event {
        .linkConfirmed(
            LinkConfirmed(
                linkID: Samples.fresh.linkID, proof: .token(Samples.id(1)), userID: Samples.ann, chat: chat,
                context: Samples.context))
    }

    private func rejected(_ reason: TokenRejected.Reason, _ id: TokenID? = Samples.id(1), in chat: Chat) -> Event {
        .tokenRejected(TokenRejected(reason: reason, tokenID: id, chatID: chat.id))
    }

    @Test func `a live token links its user to the chat`() throws {
        let scene = self.scene(Samples.token())
        #expect(try scene.effects() == [self.redeemed(), self.confirmed(), scene.reply(.welcome)])
    }

    @Test(arguments: [Samples.group, Samples.channel])
    func `a group's token links a group or a channel`(chat: Chat) throws {
        let scene = self.scene(Samples.token(chat: .group), in: chat)
        #expect(try scene.effects() == [self.redeemed(in: chat), self.confirmed(in: chat), scene.reply(.welcome)])
    }

    @Test func `another user's link in a private chat is replaced, and that is said`() throws {
        let old = Samples.link(user: Samples.bob)
        let scene = self.scene(Samples.token(), links: [old])
        #expect(
            try scene.effects() == [
                self.redeemed(), .linkRevoked(Samples.changed(old, "replaced")), self.confirmed(),
                scene.reply(.welcomeReplacing),
            ])
    }

    @Test func `the same user's link in the chat is replaced, suspended or not`() throws {
        for state in [Link.State.active, .suspended(reason: "blocked")] {
            let old = Samples.link(state: state)
            let scene = self.scene(Samples.token(), links: [old])
            #expect(
                try scene.effects() == [
                    self.redeemed(), .linkRevoked(Samples.changed(old, "replaced")), self.confirmed(),
                    scene.reply(.welcome),
                ])
        }
    }

    @Test func `other users' links in a group stay, and are resumed`() throws {
        let active = Samples.link(12, user: Samples.bob, chat: Samples.group)
        let suspended = Samples.link(
            13, user: UserID(stored: "cid"), chat: Samples.group, state: .suspended(reason: "kicked"))
        let scene = self.scene(Samples.token(chat: .group), links: [active, suspended], in: Samples.group)
        #expect(
            try scene.effects() == [
                self.redeemed(in: Samples.group), .linkResumed(Samples.changed(suspended, "start")),
                self.confirmed(in: Samples.group), scene.reply(.welcome),
            ])
    }

    @Test func `a link is made even where no reply can be added`() throws {
        var scene = self.scene(Samples.token())
        scene.facts.repliesWaitingInChat = 20
        #expect(try scene.effects() == [self.redeemed(), self.confirmed()])
    }

    @Test func `no such token, or another secret behind a known id, is unknown`() throws {
        var forged = Samples.token()
        forged.hash = Samples.hash(99)
        for token in [nil, forged, Samples.token(2)] {
            let scene = self.scene(token)
            #expect(
                try scene.effects() == [
                    self.rejected(.unknown, nil, in: Samples.privateChat), scene.reply(.unknownToken),
                ])
        }
    }

    @Test func `text that is no token is unknown`() throws {
        let scene = UpdateScene(.start(.unrecognised))
        #expect(
            try scene.effects() == [
                self.rejected(.unknown, nil, in: Samples.privateChat), scene.reply(.unknownToken),
            ])
    }

    @Test func `a token at its expiry instant is expired, and found so`() throws {
        var scene = self.scene(Samples.token())
        scene.now = Samples.now.adding(seconds: 900)
        let expired = TokenEnded(tokenID: Samples.id(1), reason: nil, userID: Samples.ann)
        #expect(
            try scene.effects() == [
                .tokenExpired(expired), self.rejected(.expired, in: Samples.privateChat), scene.reply(.expiredToken),
            ])
    }

    @Test func `a token found expired before is rejected alone`() throws {
        let scene = self.scene(Samples.token(state: .expired))
        #expect(
            try scene.effects() == [self.rejected(.expired, in: Samples.privateChat), scene.reply(.expiredToken)])
    }

    @Test func `a revoked token links nothing`() throws {
        let scene = self.scene(Samples.token(state: .revoked))
        #expect(
            try scene.effects() == [self.rejected(.revoked, in: Samples.privateChat), scene.reply(.revokedToken)])
    }

    @Test func `a token redeemed elsewhere links nothing`() throws {
        let token = Samples.token(state: .redeemed(ChatID(5)), linkID: Samples.id(11))
        let scene = self.scene(token)
        #expect(
            try scene.effects() == [self.rejected(.redeemed, in: Samples.privateChat), scene.reply(.usedToken)])
    }

    @Test func `a token pressed twice in the chat that it linked is no mistake`() throws {
        let token = Samples.token(state: .redeemed(Samples.privateChat.id), linkID: Samples.id(11))
        let scene = self.scene(token, links: [Samples.link(11)])
        #expect(try scene.effects() == [scene.reply(.alreadyLinked)])
    }

    @Test func `pressed again after an unblock, it resumes its link`() throws {
        let token = Samples.token(state: .redeemed(Samples.privateChat.id), linkID: Samples.id(11))
        let link = Samples.link(11, state: .suspended(reason: "blocked"))
        let scene = self.scene(token, links: [link])
        #expect(
            try scene.effects() == [.linkResumed(Samples.changed(link, "start")), scene.reply(.alreadyLinked)])
    }

    @Test func `a token pressed again after its link ended is used`() throws {
        let token = Samples.token(state: .redeemed(Samples.privateChat.id), linkID: Samples.id(11))
        let scene = self.scene(token, links: [Samples.link(12)])
        #expect(
            try scene.effects() == [self.rejected(.redeemed, in: Samples.privateChat), scene.reply(.usedToken)])
    }

    @Test func `a token in the wrong kind of chat stays live`() throws {
        let inGroup = self.scene(Samples.token(chat: .private), in: Samples.group)
        #expect(
            try inGroup.effects() == [self.rejected(.wrongChat, in: Samples.group), inGroup.reply(.wrongChatPrivate)])
        let inPrivate = self.scene(Samples.token(chat: .group))
        #expect(
            try inPrivate.effects() == [
                self.rejected(.wrongChat, in: Samples.privateChat), inPrivate.reply(.wrongChatGroup),
            ])
    }

    @Test func `a start resumes suspended links even if its token is no good`() throws {
        let link = Samples.link(state: .suspended(reason: "blocked"))
        let scene = self.scene(nil, links: [link])
        #expect(try scene.effects().contains(.linkResumed(Samples.changed(link, "start"))))
    }
}
