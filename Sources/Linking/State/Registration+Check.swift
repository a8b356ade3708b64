extension Registration {
    /// Returns if a code with this `hash` could be confirmed at `now`; looking changes nothing.
    ///
    /// - Throws: `registrationNotFound` for another code's hash, `codeUsed` if it was confirmed or a newer one of the
    ///   same chat took its place, `codeExpired` from its expiry instant on.
    package func check(hash: SecretHash, at now: Timestamp) throws(Rejection) {
        guard hash == self.hash else { throw .registrationNotFound }
        switch self.state {
        case .open: break
        case .confirmed, .replaced: throw .codeUsed
        }
        guard now < self.expiresAt else { throw .codeExpired }
    }
}
