/// The commands that Telegram offers in the chat. `/start` it offers by itself, `/unlink` is another word for `/stop`.
enum BotCommand: String, CaseIterable {
    case status, stop, help
}
