/// A language built in.
enum ReplyLanguage: String, CaseIterable {
    case english = "en"
    case german = "de"

    func text(_ kind: ReplyKind) -> String {
        switch self {
        case .english: Self.english(kind)
        case .german: Self.german(kind)
        }
    }

    func description(of command: BotCommand) -> String {
        switch (self, command) {
        case (.english, .status): "Show what is linked"
        case (.english, .stop): "Unlink this chat"
        case (.english, .help): "What I can do"
        case (.german, .status): "Zeigen, was verknüpft ist"
        case (.german, .stop): "Verknüpfung aufheben"
        case (.german, .help): "Was ich kann"
        }
    }
}
