internal import Linking

/// Tokens by id, and each user's live one by kind of chat.
///
/// ```
/// "t" 0 tokenId         -> Token
/// "t" 1 kind userId     -> tokenId of the one that is still `issued`
/// ```
enum TokensProjection: Projection {
    static let name = "tokens"
    static let version: UInt64 = 1
    static let prefix = UInt8(ascii: "t")

    static func key(_ id: TokenID) -> StateKey {
        StateKey(Self.prefix, 0).id(id)
    }

    static func liveKey(_ user: UserID, _ chat: ChatKind) -> StateKey {
        StateKey(Self.prefix, 1).byte(chat == .private ? 0 : 1).user(user)
    }

    static func apply(_ recorded: RecordedEvent, to state: inout StagedState) throws(ProjectionError) {
        switch recorded.event {
        case .tokenIssued(let issued):
            state.put(Token(issued, at: recorded.time), at: Self.key(issued.tokenID))
            state.put(IDState(issued.tokenID), at: Self.liveKey(issued.userID, issued.chat))
        case .tokenRedeemed(let redeemed):
            try Self.end(redeemed.tokenID, recorded, &state)
        case .tokenRevoked(let ended), .tokenExpired(let ended):
            try Self.end(ended.tokenID, recorded, &state)
        case .linkConfirmed(let confirmed):
            guard case .token(let id) = confirmed.proof else { return }
            try state.update(Token.self, at: Self.key(id)) { $0.apply(recorded) }
        case .logCreated, .updateReceived, .tokenRejected, .registrationRequested, .linkSuspended, .linkResumed,
            .linkRevoked, .linkMigrated, .notificationRequested, .notificationAttempted, .notificationSent,
            .notificationDeferred, .notificationFailed, .notificationExpired, .notificationCancelled,
            .notificationUncertain:
            return
        }
    }

    private static func end(
        _ id: TokenID, _ recorded: RecordedEvent, _ state: inout StagedState
    ) throws(ProjectionError) {
        guard let token = try state.update(Token.self, at: Self.key(id), { $0.apply(recorded) }) else { return }
        let live = Self.liveKey(token.userID, token.chat)
        if try state.state(at: live, as: IDState<Token>.self)?.id == id {
            state.remove(live)
        }
    }

    static func summary(of summary: StateSummary) -> [UInt8] { [] }
    static func restore(_ bytes: [UInt8]?, into summary: inout StateSummary) {}
}
