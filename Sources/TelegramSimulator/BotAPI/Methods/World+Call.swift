/// The methods of the Bot API.
extension World {
    /// Does what a method does. `getUpdates` is not among them, since it may have to wait: see ``poll(_:)``.
    mutating func call(_ method: BotMethod, _ parameters: Parameters) throws(APIError) -> MethodResult {
        switch method {
        case .getMe: return self.getMe()
        case .getUpdates: return MethodResult(self.batch(limit: Self.pollLimits.upperBound))
        case .setWebhook: return try self.setWebhook(parameters)
        case .deleteWebhook: return self.deleteWebhook(parameters)
        case .getWebhookInfo: return self.getWebhookInfo()
        case .sendMessage: return try self.sendMessage(parameters)
        case .deleteMessage: return try self.deleteMessage(parameters)
        case .answerCallbackQuery: return try self.answerCallbackQuery(parameters)
        case .getChat: return try self.getChat(parameters)
        case .setMyCommands: return try self.setMyCommands(parameters)
        case .getMyCommands: return try self.getMyCommands(parameters)
        case .deleteMyCommands: return try self.deleteMyCommands(parameters)
        }
    }
}
