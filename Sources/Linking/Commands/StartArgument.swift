/// What stood behind `/start`.
package enum StartArgument: Hashable, Sendable {
    case none
    /// A link token in shape: the id it names, and the hash of the whole.
    case token(TokenID, SecretHash)
    /// Text that is no token of ours.
    case unrecognised
}
