/// What users do in the private chat with the bot. Whoever is not known yet is from now on.
extension Simulator {
    /// Lets Telegram know somebody, or changes what it shows of somebody. The bot is not told.
    @discardableResult
    package func meet(user: Int64, profile: Profile? = nil) throws(ActionRefusal) -> SimulatedUser {
        try self.update { world throws(ActionRefusal) in try world.meet(user: user, profile: profile) }
    }

    /// The user opens `t.me/<bot>?start=<payload>` and presses Start: `/start <payload>`. Apps pass on only a payload
    /// of at most 64 characters of `A-Za-z0-9_-`; any other is left out. A user who blocked the bot unblocks it by
    /// that.
    @discardableResult
    package func start(
        user: Int64, payload: String? = nil, profile: Profile? = nil
    ) throws(ActionRefusal) -> ActionReceipt {
        try self.update { world throws(ActionRefusal) in
            try world.start(user: user, payload: payload, profile: profile)
        }
    }

    /// The user types a text in the private chat, or in the group `chat`.
    @discardableResult
    package func type(
        _ text: String, user: Int64, in chat: Int64? = nil, thread: Int64? = nil, profile: Profile? = nil
    ) throws(ActionRefusal) -> ActionReceipt {
        try self.update { world throws(ActionRefusal) in
            if let chat, chat != user {
                if let profile { try world.meet(user: user, profile: profile) }
                return try world.type(text, user: user, in: chat, thread: thread)
            }
            return try world.type(text, user: user, profile: profile)
        }
    }

    /// The user sends a photo in the private chat.
    @discardableResult
    package func sendPhoto(user: Int64, caption: String? = nil) throws(ActionRefusal) -> ActionReceipt {
        try self.update { world throws(ActionRefusal) in try world.sendPhoto(user: user, caption: caption) }
    }

    /// The user changes a message in the private chat, or in the group `chat`.
    @discardableResult
    package func edit(
        message: Int64, to text: String, user: Int64, in chat: Int64? = nil
    ) throws(ActionRefusal) -> ActionReceipt {
        try self.update { world throws(ActionRefusal) in
            try world.edit(message: message, to: text, user: user, in: chat)
        }
    }

    /// The user taps the button with `data` (nil: the first one) below a message of the bot's, in the private chat or
    /// in the group `chat`.
    @discardableResult
    package func tap(
        user: Int64, in chat: Int64? = nil, message: Int64, data: String? = nil
    ) throws(ActionRefusal) -> (query: CallbackQuery, receipt: ActionReceipt) {
        try self.update { world throws(ActionRefusal) in
            try world.tap(user: user, chat: chat ?? user, message: message, data: data)
        }
    }

    /// The user blocks the bot.
    @discardableResult
    package func block(user: Int64) throws(ActionRefusal) -> ActionReceipt {
        try self.update { world throws(ActionRefusal) in try world.block(user: user) }
    }

    /// The user unblocks the bot, and by `start` presses Start again.
    @discardableResult
    package func unblock(user: Int64, start: Bool = false) throws(ActionRefusal) -> ActionReceipt {
        try self.update { world throws(ActionRefusal) in try world.unblock(user: user, start: start) }
    }

    /// The user deletes the account.
    package func deleteAccount(user: Int64) throws(ActionRefusal) {
        try self.update { world throws(ActionRefusal) in try world.deleteAccount(user: user) }
    }
}
