/// What was sent, and who is there.
extension Simulator {
    /// The messages that were taken after `sequence`, of one chat or of all, oldest first.
    package func messages(
        chat: Int64? = nil, after sequence: UInt64 = 0, limit: Int = .max
    ) -> [TakenMessage] {
        self.read { $0.world.messages.list(chat: chat, after: sequence, limit: limit) }
    }

    /// The user with that id.
    package func user(_ id: Int64) -> SimulatedUser? { self.read { $0.world.users[id] } }

    /// The group or channel with that id.
    package func group(_ id: Int64) -> SimulatedGroup? { self.read { $0.world.groups[id] } }

    /// All users, by id.
    package var users: [SimulatedUser] { self.read { $0.world.users.values.sorted { $0.id < $1.id } } }

    /// All groups and channels, by id.
    package var groups: [SimulatedGroup] { self.read { $0.world.groups.values.sorted { $0.id < $1.id } } }

    /// The JSON texts of the updates that wait, oldest first.
    package func pendingUpdates(limit: Int = .max) -> [[UInt8]] {
        self.read { $0.world.updates.all.prefix(limit).map(\.json) }
    }

    /// The JSON text of the commands that the bot registered, for a scope (`default`, `all_private_chats` …) and a
    /// language.
    package func commands(scope: String = "default", language: String = "") -> [UInt8]? {
        self.read { $0.world.commands["\(scope):\(language)"] }
    }
}
