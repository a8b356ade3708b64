/// A text that begins with a command, cut into its parts.
struct CommandText: Equatable {
    /// Without the slash, in lower case.
    let name: String
    /// What stands behind `@`, as typed.
    let botName: String?
    /// The rest, without white space around it.
    let argument: String

    /// Cuts `text` behind `utf16Length` UTF-16 units, in which Telegram counts. Nil if that is no command.
    init?(_ text: String, utf16Length: Int) {
        guard text.utf8.first == UInt8(ascii: "/"), utf16Length > 1,
            let end = text.utf16.index(text.startIndex, offsetBy: utf16Length, limitedBy: text.endIndex)?
                .samePosition(in: text.unicodeScalars)
        else { return nil }
        let command = text.utf8[..<end].dropFirst()
        let name = command.prefix { $0 != UInt8(ascii: "@") }
        guard !name.isEmpty else { return nil }
        self.name = String(Substring(name)).lowercased()
        self.botName =
            name.endIndex == command.endIndex ? nil : String(Substring(command[name.endIndex...].dropFirst()))
        self.argument = Self.trimmed(text[end...])
    }

    /// The event that it is for the bot of that name: nothing, if it calls another bot.
    func event(for botUsername: String) -> UpdateEvent {
        if let botName = self.botName, botName.lowercased() != botUsername.lowercased() { return .other }
        return .command(name: self.name, botName: self.botName, argument: self.argument)
    }

    private static func trimmed(_ text: Substring) -> String {
        let scalars = text.unicodeScalars.drop(while: \.properties.isWhitespace)
        guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(Substring(scalars[...last]))
    }
}
