/// A bot-first request: a code bound to the chat that asked, for one confirmation.
package struct Registration: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        /// Handed out. Moves to the other two.
        case open
        case confirmed(LinkID)
        /// A newer code for the same chat took its place.
        case replaced
    }

    package var id: CodeID
    package var hash: SecretHash
    package var chat: Chat
    package var expiresAt: Timestamp
    package var state: State

    package init(_ requested: RegistrationRequested) {
        self.id = requested.codeID
        self.hash = requested.codeHash
        self.chat = requested.chat
        self.expiresAt = requested.expiresAt
        self.state = .open
    }

    /// A registration read back from where a projection keeps it.
    package init(id: CodeID, hash: SecretHash, chat: Chat, expiresAt: Timestamp, state: State) {
        self.id = id
        self.hash = hash
        self.chat = chat
        self.expiresAt = expiresAt
        self.state = state
    }
}
