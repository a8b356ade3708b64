extension ReplyLanguage {
    static func german(_ kind: ReplyKind) -> String {
        switch kind {
        case .welcome:
            "Fertig! Dieser Chat ist verknüpft, deine Benachrichtigungen kommen ab jetzt hier an.\n\n"
                + "/status zeigt, was verknüpft ist, /stop hebt die Verknüpfung auf."
        case .welcomeReplacing:
            "Fertig! Dieser Chat ist verknüpft, deine Benachrichtigungen kommen ab jetzt hier an. "
                + "Das Konto, das vorher hier verknüpft war, ist es nicht mehr.\n\n"
                + "/status zeigt, was verknüpft ist, /stop hebt die Verknüpfung auf."
        case .alreadyLinked: "Dieser Chat ist schon verknüpft, alles ist gut. /status zeigt, was verknüpft ist."
        case .unknownToken: "Diesen Link kenne ich nicht. Bitte hol dir in der App einen neuen."
        case .expiredToken: "Dieser Link ist abgelaufen. Bitte hol dir in der App einen neuen."
        case .usedToken: "Dieser Link wurde schon benutzt. Bitte hol dir in der App einen neuen."
        case .revokedToken:
            "Dieser Link gilt nicht mehr. Bitte nimm den neuesten oder hol dir in der App einen neuen."
        case .wrongChatPrivate: "Dieser Link ist für einen privaten Chat mit mir. Bitte öffne ihn dort."
        case .wrongChatGroup:
            "Dieser Link ist für eine Gruppe. Bitte benutze ihn in der Gruppe, die du verknüpfen möchtest."
        case .help:
            "Ich bringe die Benachrichtigungen deines Kontos in diesen Chat. "
                + "Zum Verknüpfen beginne in der App: Sie gibt dir einen Link, der hierher führt.\n\n"
                + "/status zeigt, was verknüpft ist, /stop hebt die Verknüpfung auf."
        case .helpWithLink:
            "Ich bringe die Benachrichtigungen deines Kontos in diesen Chat. "
                + "Zum Verknüpfen öffne diese Adresse und melde dich an:\n"
                + "{url}\n\nSie gilt einmal und nicht lange. Bitte gib sie nicht weiter."
        case .linkedWithLink:
            "Dieser Chat ist schon verknüpft. "
                + "Um ihn mit einem anderen Konto zu verknüpfen, öffne diese Adresse und melde dich an:\n"
                + "{url}\n\n/status zeigt, was verknüpft ist, /stop hebt die Verknüpfung auf."
        case .statusLinked: "Mit diesem Chat verknüpft:\n{links}\n\n/stop hebt die Verknüpfung auf."
        case .statusLineActive: "• ein Konto, seit {date}"
        case .statusLineSuspended: "• ein Konto, pausiert seit {date}"
        case .statusLineMore: "• und {count} weitere"
        case .statusNotLinked: "Mit diesem Chat ist nichts verknüpft. /help zeigt, wie es geht."
        case .stopped: "Dieser Chat ist nicht mehr verknüpft. Hier kommen keine Benachrichtigungen mehr an."
        case .nothingToStop: "Mit diesem Chat ist nichts verknüpft, also gibt es nichts aufzuheben."
        case .tooManyCodes:
            "Gerade kann ich keinen weiteren Link machen. "
                + "Bitte nimm den letzten oder versuch es in ein paar Minuten noch einmal."
        }
    }
}
