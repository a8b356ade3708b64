/// Something the bot says by itself.
package enum Reply: Hashable, Sendable {
    case welcome, welcomeReplacing, alreadyLinked
    case unknownToken, expiredToken, usedToken, revokedToken
    /// The token is for a private chat.
    case wrongChatPrivate
    /// The token is for a group.
    case wrongChatGroup
    case help
    case helpWithLink(url: String)
    /// The same where something is linked already.
    case linkedWithLink(url: String)
    case statusLinked([Link])
    case statusNotLinked
    case stopped, nothingToStop
    case tooManyCodes

    /// The text it is said with.
    package var kind: ReplyKind {
        switch self {
        case .welcome: .welcome
        case .welcomeReplacing: .welcomeReplacing
        case .alreadyLinked: .alreadyLinked
        case .unknownToken: .unknownToken
        case .expiredToken: .expiredToken
        case .usedToken: .usedToken
        case .revokedToken: .revokedToken
        case .wrongChatPrivate: .wrongChatPrivate
        case .wrongChatGroup: .wrongChatGroup
        case .help: .help
        case .helpWithLink: .helpWithLink
        case .linkedWithLink: .linkedWithLink
        case .statusLinked: .statusLinked
        case .statusNotLinked: .statusNotLinked
        case .stopped: .stopped
        case .nothingToStop: .nothingToStop
        case .tooManyCodes: .tooManyCodes
        }
    }
}
