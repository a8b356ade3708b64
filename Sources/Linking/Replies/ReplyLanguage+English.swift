extension ReplyLanguage {
    static func english(_ kind: ReplyKind) -> String {
        switch kind {
        case .welcome:
            "Done! This chat is linked, and your notifications will arrive here.\n\n"
                + "/status shows what is linked, /stop unlinks this chat."
        case .welcomeReplacing:
            "Done! This chat is linked, and your notifications will arrive here. "
                + "The account that was linked here before no longer is.\n\n"
                + "/status shows what is linked, /stop unlinks this chat."
        case .alreadyLinked: "This chat is linked already, all is well. /status shows what is linked."
        case .unknownToken: "I don't know this link. Please get a new one in the app."
        case .expiredToken: "This link has expired. Please get a new one in the app."
        case .usedToken: "This link was used before. Please get a new one in the app."
        case .revokedToken: "This link is no longer valid. Please use the newest one, or get a new one in the app."
        case .wrongChatPrivate: "This link is for a private chat with me. Please open it there."
        case .wrongChatGroup: "This link is for a group. Please use it in the group that you want to link."
        case .help:
            "I bring the notifications of your account to this chat. "
                + "To link it, start in the app: it gives you a link that leads here.\n\n"
                + "/status shows what is linked, /stop unlinks this chat."
        case .helpWithLink:
            "I bring the notifications of your account to this chat. To link it, open this address and sign in:\n"
                + "{url}\n\nIt works once and not for long. Please don't pass it on."
        case .linkedWithLink:
            "This chat is linked already. To link it to another account, open this address and sign in:\n"
                + "{url}\n\n/status shows what is linked, /stop unlinks this chat."
        case .statusLinked: "Linked to this chat:\n{links}\n\n/stop unlinks this chat."
        case .statusLineActive: "• an account, since {date}"
        case .statusLineSuspended: "• an account, paused since {date}"
        case .statusLineMore: "• and {count} more"
        case .statusNotLinked: "Nothing is linked to this chat. /help shows how to link it."
        case .stopped: "This chat is no longer linked. No more notifications will arrive here."
        case .nothingToStop: "Nothing is linked to this chat, so there is nothing to unlink."
        case .tooManyCodes:
            "I can't make another link right now. Please use the last one you got, or try again in a few minutes."
        }
    }
}
