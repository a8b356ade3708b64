extension Token {
    /// What the token is at `now`: one past its time is expired, whether an event said so or not.
    package func effectiveState(at now: Timestamp) -> State {
        self.state == .issued && now >= self.expiresAt ? .expired : self.state
    }

    /// Whether the token can still be redeemed at `now`; at the expiry instant it no longer can.
    package func isLive(at now: Timestamp) -> Bool {
        self.effectiveState(at: now) == .issued
    }

    /// The event that ends the token: revoked for `reason`, or expired if its time is over; nil if it ended before.
    func ended(reason: String, at now: Timestamp) -> Event? {
        guard self.state == .issued else { return nil }
        guard self.isLive(at: now) else {
            return .tokenExpired(TokenEnded(tokenID: self.id, reason: nil, userID: self.userID))
        }
        return .tokenRevoked(TokenEnded(tokenID: self.id, reason: reason, userID: self.userID))
    }
}
