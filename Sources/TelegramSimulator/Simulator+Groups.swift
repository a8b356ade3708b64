/// What people do with groups and channels.
extension Simulator {
    /// Creates a group or a channel, without the bot in it. `id`: nil chooses one.
    @discardableResult
    package func createGroup(
        _ kind: SimulatedGroup.Kind = .group, title: String = "Group", id: Int64? = nil, username: String? = nil
    ) throws(ActionRefusal) -> SimulatedGroup {
        try self.update { world throws(ActionRefusal) in
            try world.createGroup(kind, title: title, id: id, username: username)
        }
    }

    /// The user adds the bot.
    @discardableResult
    package func addBot(
        to group: Int64, by user: Int64, asAdministrator: Bool = false
    ) throws(ActionRefusal) -> ActionReceipt {
        try self.update { world throws(ActionRefusal) in
            try world.addBot(to: group, by: user, asAdministrator: asAdministrator)
        }
    }

    /// The user removes the bot, and bans it by `isBan`.
    @discardableResult
    package func removeBot(
        from group: Int64, by user: Int64, isBan: Bool = true
    ) throws(ActionRefusal) -> ActionReceipt {
        try self.update { world throws(ActionRefusal) in try world.removeBot(from: group, by: user, isBan: isBan) }
    }

    /// The user opens `t.me/<bot>?startgroup=<payload>` and chooses the group: the bot is added unless it is there, and
    /// `/start@bot <payload>` is sent.
    @discardableResult
    package func start(
        group: Int64, by user: Int64, payload: String? = nil, thread: Int64? = nil
    ) throws(ActionRefusal) -> ActionReceipt {
        try self.update { world throws(ActionRefusal) in
            try world.start(group: group, by: user, payload: payload, thread: thread)
        }
    }

    /// Somebody posts in a channel.
    @discardableResult
    package func post(_ text: String, in channel: Int64) throws(ActionRefusal) -> ActionReceipt {
        try self.update { world throws(ActionRefusal) in try world.post(text, in: channel) }
    }

    /// The user upgrades a basic group; what it is from now on is returned. `id`: nil chooses one.
    @discardableResult
    package func migrate(
        group: Int64, by user: Int64, to id: Int64? = nil
    ) throws(ActionRefusal) -> (supergroup: Int64, receipt: ActionReceipt) {
        try self.update { world throws(ActionRefusal) in try world.migrate(group: group, by: user, to: id) }
    }

    /// Somebody deletes the group.
    package func deleteGroup(_ group: Int64) throws(ActionRefusal) {
        try self.update { world throws(ActionRefusal) in try world.deleteGroup(group) }
    }

    /// Somebody gives the bot the right to send text, or takes it.
    package func setCanSend(_ canSend: Bool, in group: Int64) throws(ActionRefusal) {
        try self.update { world throws(ActionRefusal) in try world.setCanSend(canSend, in: group) }
    }

    /// Somebody opens a topic in a supergroup; its thread id is returned.
    @discardableResult
    package func openTopic(in group: Int64) throws(ActionRefusal) -> Int64 {
        try self.update { world throws(ActionRefusal) in try world.openTopic(in: group) }
    }

    /// Somebody deletes a topic.
    package func deleteTopic(_ thread: Int64, in group: Int64) throws(ActionRefusal) {
        try self.update { world throws(ActionRefusal) in try world.deleteTopic(thread, in: group) }
    }
}
