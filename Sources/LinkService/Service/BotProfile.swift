internal import JSON
internal import Linking

/// The bot that this log belongs to.
package struct BotProfile: Hashable, Sendable {
    package let id: Int64
    package let username: String

    package init(id: Int64, username: String) {
        self.id = id
        self.username = username
    }

    init(_ created: LogCreated) {
        self.init(id: created.botID, username: created.botUsername)
    }

    /// The ways to hand a token to its user: a web address, one for the app itself, and the command to type.
    func writeLinks(to writer: inout JSONWriter, token: String, chat: ChatKind) {
        switch chat {
        case .private:
            writer.member("url", "https://t.me/\(self.username)?start=\(token)")
            writer.member("appUrl", "tg://resolve?domain=\(self.username)&start=\(token)")
            writer.member("command", "/start \(token)")
        case .group:
            writer.member("url", "https://t.me/\(self.username)?startgroup=\(token)")
            writer.member("appUrl", "tg://resolve?domain=\(self.username)&startgroup=\(token)")
            writer.member("command", "/start@\(self.username) \(token)")
        }
    }
}
