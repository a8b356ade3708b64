internal import JSON
internal import JSONRPC
internal import Linking

extension ServiceMethods {
    static let ttlSeconds: ClosedRange<Int64> = 30...604_800
    static let waitSeconds: ClosedRange<Int64> = 1...60
    static let contextBytesMax = 16 * 1_024
    static let contextDepthMax = 8

    var tokenMethods: [Method] {
        [self.issueToken, self.getToken, self.waitForToken, self.revokeToken]
    }

    private var issueToken: Method {
        self.ordering("issueToken", ["userId", "ttlSeconds", "chat", "context"]) { arguments, _ throws(RPCError) in
            let bot = try self.core.bot()
            let token = LinkToken(at: self.core.clock.now())
            let chat = try arguments.word("chat", as: ChatKind.self) ?? .private
            let command = IssueToken(
                tokenID: token.id, tokenHash: token.hash, userID: try arguments.user(), chat: chat,
                context: try arguments.object(
                    "context", bytesMax: Self.contextBytesMax, depthMax: Self.contextDepthMax),
                ttlSeconds: try arguments.integer("ttlSeconds", in: Self.ttlSeconds) ?? self.core.tokenTTLSeconds)
            return Order(command) { committed in
                RPCResult {
                    $0.member("tokenId", committed.answer.tokenID)
                    $0.member("token", token.text)
                    bot.writeLinks(to: &$0, token: token.text, chat: chat)
                    $0.member("expiresAt", committed.answer.expiresAt)
                    $0.member("seq", committed.seq)
                }
            }
        }
    }

    private var getToken: Method {
        self.reading("getToken", ["tokenId"]) { arguments, _ in
            try self.describeToken(try arguments.id("tokenId"))
        }
    }

    private var waitForToken: Method {
        Method(
            "waitForToken", parameters: ["tokenId", "timeoutSeconds"], longRunning: true,
            handler: .asynchronous { call async throws(RPCError) in
                let arguments = try Arguments(call)
                let id: TokenID = try arguments.id("tokenId")
                let seconds =
                    try arguments.integer("timeoutSeconds", in: Self.waitSeconds)
                    ?? Self.waitSeconds.upperBound
                _ = try self.core.bot()
                guard let token = try await self.core.blocking({ () throws(RPCError) in try self.token(id) }) else {
                    throw RPCError(Rejection.tokenNotFound)
                }
                let left = token.expiresAt.milliseconds - self.core.clock.now().milliseconds
                try await self.core.tokenWaiters.wait(for: id, milliseconds: min(seconds * 1_000, max(left, 0))) {
                    () throws(RPCError) in try self.token(id)
                }
                return try await self.core.blocking { () throws(RPCError) in try self.describeToken(id) }
            })
    }

    private var revokeToken: Method {
        self.ordering("revokeToken", ["tokenId"]) { arguments, _ throws(RPCError) in
            Order(RevokeToken(tokenID: try arguments.id("tokenId"))) { committed in
                RPCResult {
                    $0.member("revoked", committed.answer.revoked)
                    if committed.firstSeq != nil { $0.member("seq", committed.seq) }
                }
            }
        }
    }

    private func token(_ id: TokenID) throws(RPCError) -> Token? {
        try self.core.reading { () throws(ProjectionError) in try self.core.store.token(id) }
    }

    private func describeToken(_ id: TokenID) throws(RPCError) -> RPCResult {
        guard let token = try self.token(id) else { throw RPCError(Rejection.tokenNotFound) }
        var link: Link?
        if let linkID = token.linkID {
            link = try self.core.reading { () throws(ProjectionError) in try self.core.store.link(linkID) }
        }
        return RPCResult {
            $0.member("tokenId", token.id)
            $0.member("userId", token.userID)
            $0.member("state", token.effectiveState(at: self.core.clock.now()).name)
            $0.member("issuedAt", token.issuedAt)
            $0.member("expiresAt", token.expiresAt)
            if let link { $0.member("link", link) }
        }
    }
}

extension Token.State {
    /// The state's name in the interface.
    var name: String {
        switch self {
        case .issued: "issued"
        case .redeemed: "redeemed"
        case .revoked: "revoked"
        case .expired: "expired"
        }
    }
}
