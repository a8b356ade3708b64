extension ReceiveUpdate {
    func start(_ argument: StartArgument, in situation: ChatSituation) -> [Event] {
        switch argument {
        case .none:
            return situation.resumptions(reason: "start") + self.introduce(in: situation, whenFull: .tooManyCodes)
        case .token(let id, let hash):
            // A wrong hash names no token: the id alone is no secret.
            guard let token = situation.facts.token, token.id == id, token.hash == hash else {
                return self.reject(.unknown, nil, in: situation)
            }
            return self.present(token, in: situation)
        case .unrecognised:
            return self.reject(.unknown, nil, in: situation)
        }
    }

    /// Says what this bot is and, if somebody without a token can link, how: with a code bound to this chat.
    func introduce(in situation: ChatSituation, whenFull: Reply) -> [Event] {
        guard let url = self.confirmURL, situation.chat.kind == .private else {
            return self.reply(.help, in: situation)
        }
        guard situation.canHandOutCode else { return self.reply(whenFull, in: situation) }
        // A code that cannot be told is not made.
        guard situation.canReply else { return [] }
        let requested = RegistrationRequested(
            codeID: self.fresh.codeID, codeHash: self.fresh.codeHash,
            expiresAt: situation.now.adding(seconds: self.codeTTLSeconds), chat: situation.chat)
        let isLinked = situation.facts.linksInChat.contains { !$0.isRevoked }
        let reply: Reply = isLinked ? .linkedWithLink(url: url) : .helpWithLink(url: url)
        return [.registrationRequested(requested)] + self.reply(reply, in: situation)
    }

    private func present(_ token: Token, in situation: ChatSituation) -> [Event] {
        switch token.effectiveState(at: situation.now) {
        case .issued:
            guard token.chat == situation.chat.kind else { return self.reject(.wrongChat, token, in: situation) }
            return self.redeem(token, in: situation)
        case .redeemed:
            // Telegram's apps send START twice at times: the second says the same once more.
            let link = situation.facts.linksInChat.first { $0.id == token.linkID && !$0.isRevoked }
            guard link != nil else { return self.reject(.redeemed, token, in: situation) }
            return situation.resumptions(reason: "start") + self.reply(.alreadyLinked, in: situation)
        case .revoked:
            return self.reject(.revoked, token, in: situation)
        case .expired:
            return self.reject(.expired, token, in: situation)
        }
    }

    private func redeem(_ token: Token, in situation: ChatSituation) -> [Event] {
        let chat = situation.chat
        let confirmed = LinkConfirmed(
            linkID: self.fresh.linkID, proof: .token(token.id), userID: token.userID, chat: chat,
            context: token.context)
        let link = LinkConfirmation(confirmed, in: chat, linksInChat: situation.facts.linksInChat)
        let redeemed = TokenRedeemed(tokenID: token.id, userID: token.userID, chatID: chat.id)
        return [.tokenRedeemed(redeemed)]
            + situation.resumptions(reason: "start", except: link.replaced)
            + link.events
            + self.reply(link.reply, in: situation)
    }

    /// - Parameter token: nil if it is not known.
    private func reject(_ reason: TokenRejected.Reason, _ token: Token?, in situation: ChatSituation) -> [Event] {
        let chat = situation.chat
        var events: [Event] = []
        if reason == .expired, let end = token?.ended(reason: "expired", at: situation.now) { events.append(end) }
        events.append(.tokenRejected(TokenRejected(reason: reason, tokenID: token?.id, chatID: chat.id)))
        let reply: Reply =
            switch reason {
            case .unknown: .unknownToken
            case .expired: .expiredToken
            case .redeemed: .usedToken
            case .revoked: .revokedToken
            case .wrongChat: chat.kind == .private ? .wrongChatGroup : .wrongChatPrivate
            }
        return events + situation.resumptions(reason: "start") + self.reply(reply, in: situation)
    }
}
