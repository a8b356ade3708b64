/// The texts the bot says by itself, under the names that an override uses.
package enum ReplyKind: String, Sendable, CaseIterable {
    case welcome, welcomeReplacing, alreadyLinked
    case unknownToken, expiredToken, usedToken, revokedToken
    /// The token is for a private chat.
    case wrongChatPrivate
    /// The token is for a group.
    case wrongChatGroup
    case help
    /// With `{url}`.
    case helpWithLink
    /// With `{url}`, where something is linked already.
    case linkedWithLink
    /// With `{links}`: lines of the next three kinds.
    case statusLinked
    /// With `{date}`.
    case statusLineActive
    /// With `{date}`.
    case statusLineSuspended
    /// With `{count}`.
    case statusLineMore
    case statusNotLinked
    case stopped, nothingToStop
    case tooManyCodes
}
