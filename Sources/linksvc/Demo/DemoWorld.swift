import JSON
import TelegramSimulator

/// The simulated Telegram as the page acts in it.
struct DemoWorld: Sendable {
    let simulator: Simulator
    private let clock = SimulatorClock.system

    init(_ simulator: Simulator) {
        self.simulator = simulator
    }

    /// Lets Telegram know Ann, Ben and their group.
    func populate() throws(ActionRefusal) {
        for chat in DemoChat.allCases {
            if chat.isGroup {
                try self.simulator.createGroup(title: chat.title, id: chat.id)
            } else {
                let profile = Profile(firstName: chat.title, username: "\(chat.rawValue)_demo")
                try self.simulator.meet(user: chat.id, profile: profile)
            }
        }
    }

    func state(of chat: DemoChat) -> DemoChat.State {
        guard chat.isGroup else {
            switch self.simulator.user(chat.id)?.state {
            case .neverSeen, .seenInGroup, nil: return .new
            case .started: return .open
            case .blocked, .deactivated: return .blocked
            }
        }
        switch self.simulator.group(chat.id)?.botState {
        case .left, nil: return .new
        case .member, .administrator: return .open
        case .kicked, .upgraded, .deleted: return .blocked
        }
    }

    /// Presses Start, with the parameter of the link that was opened.
    func start(_ chat: DemoChat, payload: String?) throws(ActionRefusal) -> DemoMessage? {
        if chat.isGroup {
            let receipt = try self.simulator.start(group: chat.id, by: chat.actor, payload: payload)
            return self.message(receipt, in: chat, "/start@\(self.simulator.configuration.bot.username)")
        }
        return self.message(try self.simulator.start(user: chat.id, payload: payload), in: chat, "/start")
    }

    /// Writes `text`.
    func type(_ text: String, in chat: DemoChat) throws(ActionRefusal) -> DemoMessage? {
        self.message(try self.simulator.type(text, user: chat.actor, in: chat.id), in: chat, text)
    }

    /// Blocks the bot, or removes it from the group.
    func block(_ chat: DemoChat) throws(ActionRefusal) {
        if chat.isGroup {
            try self.simulator.removeBot(from: chat.id, by: chat.actor)
        } else {
            try self.simulator.block(user: chat.id)
        }
    }

    /// Unblocks the bot, or adds it to the group.
    func unblock(_ chat: DemoChat) throws(ActionRefusal) {
        if chat.isGroup {
            try self.simulator.addBot(to: chat.id, by: chat.actor)
        } else {
            try self.simulator.unblock(user: chat.id)
        }
    }

    /// Makes the chat what it was when an earlier demo ended over the same data: linked, so the bot was started in it.
    func resume(_ chat: DemoChat, isActive: Bool) throws(ActionRefusal) {
        guard self.state(of: chat) == .new else { return }
        if !chat.isGroup { try self.block(chat) }
        if isActive { try self.unblock(chat) }
    }

    /// The chats as the page is told of them.
    func write(to writer: inout JSONWriter) {
        writer.array { list in
            for chat in DemoChat.allCases {
                list.object {
                    $0.member("name", chat.rawValue)
                    $0.member("title", chat.title)
                    $0.member("id", chat.id)
                    $0.member("group", chat.isGroup)
                    $0.member("state", self.state(of: chat).rawValue)
                }
            }
        }
    }

    private func message(_ receipt: ActionReceipt, in chat: DemoChat, _ text: String) -> DemoMessage? {
        receipt.messageID.map {
            DemoMessage(chat: chat, id: $0, author: chat.actorName, text: text, time: self.clock.now().milliseconds)
        }
    }
}
