/// A command that clients offer to their users.
package struct BotCommand: Equatable, Sendable {
    /// 1 to 32 of `a-z0-9_`, without the slash.
    package let name: String
    /// 1 to 256 characters.
    package let description: String

    /// A command with this name and description.
    package init(name: String, description: String) {
        self.name = name
        self.description = description
    }
}
