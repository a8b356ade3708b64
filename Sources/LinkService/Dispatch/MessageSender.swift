package import TelegramBot

/// What takes messages: Telegram.
package protocol MessageSender: Sendable {
    /// Hands the message over, once, and tells what is known of it then.
    ///
    /// When the task is cancelled it returns soon, as ``TelegramBot/SendOutcome/lost(description:)`` if need be.
    func send(_ message: OutgoingMessage) async -> SendOutcome

    /// Whether the bot's token is accepted; false also when that cannot be found out.
    func isAuthorized() async -> Bool
}

extension BotClient: MessageSender {
    package func send(_ message: OutgoingMessage) async -> SendOutcome {
        await self.sendMessage(message)
    }

    package func isAuthorized() async -> Bool {
        (try? await self.getMe()) != nil
    }
}
