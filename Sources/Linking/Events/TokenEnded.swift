/// A token was voided before use, or found past its time.
package struct TokenEnded: Hashable, Sendable {
    package var tokenID: TokenID
    /// `replaced` or `backend` when revoked; absent when expired.
    package var reason: String?
    package var userID: UserID

    package init(tokenID: TokenID, reason: String?, userID: UserID) {
        self.tokenID = tokenID
        self.reason = reason
        self.userID = userID
    }
}
