import Linking
import Testing

struct RepliesTests {
    private static let all: [Reply] = [
        .welcome, .welcomeReplacing, .alreadyLinked, .unknownToken, .expiredToken, .usedToken, .revokedToken,
        .wrongChatPrivate, .wrongChatGroup, .help, .helpWithLink(url: "https://a.example/1"),
        .linkedWithLink(url: "https://a.example/1"), .statusLinked([Samples.link()]), .statusNotLinked, .stopped,
        .nothingToStop, .tooManyCodes,
    ]

    @Test func `every reply has words of its own in every language, all values filled in`() {
        for language in Replies.languages {
            let texts = Self.all.map { Replies().text($0, language: language) }
            #expect(Set(texts).count == Self.all.count)
            #expect(texts.allSatisfy { !$0.isEmpty && !$0.contains("{") && $0.unicodeScalars.count < 1_000 })
        }
    }

    @Test func `every kind is said by a reply or stands in one`() {
        let lines: Set<ReplyKind> = [.statusLineActive, .statusLineSuspended, .statusLineMore]
        #expect(Set(Self.all.map(\.kind)).union(lines) == Set(ReplyKind.allCases))
    }

    @Test(arguments: [
        ("de", "de"), ("de-AT", "de"), ("DE_ch", "de"), ("de-Latn-AT", "de"), ("fr", "en"), ("", "en"), ("dea", "en"),
    ])
    func `a language falls back to the one it belongs to, then to English`(asked: String, given: String) {
        #expect(Replies().text(.stopped, language: asked) == Replies().text(.stopped, language: given))
    }

    @Test func `German differs from English, and English is for who names no language`() {
        #expect(Replies().text(.stopped, language: "de") != Replies().text(.stopped, language: "en"))
        #expect(Replies().text(.stopped, language: nil) == Replies().text(.stopped, language: "en"))
    }

    @Test func `a tag too long to be one is English`() {
        let tag = "de" + String(repeating: "-a", count: 10_000)
        #expect(Replies().text(.stopped, language: tag) == Replies().text(.stopped, language: "en"))
    }

    @Test func `the operator's words come before ours, the rest stays`() {
        let replies = Replies(overrides: ["DE_at": ["stopped": "Servus!"], "fr": ["stopped": "Au revoir !"]])
        #expect(replies.text(.stopped, language: "de-AT") == "Servus!")
        #expect(replies.text(.stopped, language: "de") == Replies().text(.stopped, language: "de"))
        #expect(replies.text(.stopped, language: "fr-CA") == "Au revoir !")
        #expect(replies.text(.welcome, language: "fr-CA") == Replies().text(.welcome, language: "en"))
    }

    @Test func `values go where their names stand and are not read again`() {
        let replies = Replies(overrides: ["en": ["helpWithLink": "{a} {url} } {url} { {url"]])
        #expect(replies.text(.helpWithLink(url: "{url}"), language: "en") == "{a} {url} } {url} { {url")
        #expect(replies.text(.helpWithLink(url: "X"), language: "en") == "{a} X } X { {url")
    }

    @Test func `status tells state and since when, nobody's name`() {
        var paused = Samples.link(12, user: Samples.bob, state: .suspended(reason: "kicked"))
        paused.updatedAt = Timestamp(milliseconds: 951_827_696_789)
        let text = Replies().text(.statusLinked([Samples.link(), paused]), language: "en")
        #expect(text.contains("• an account, since 2025-11-24 16:00 UTC"))
        #expect(text.contains("• an account, paused since 2000-02-29 12:34 UTC"))
        #expect(!text.contains("ann") && !text.contains("bob") && !text.contains("kicked"))
    }

    @Test func `status tells dates before the epoch and at the ends of time`() {
        let moments: [(Int64, String)] = [
            (-1, "1969-12-31 23:59"), (0, "1970-01-01 00:00"), (.min, "-292275055-05-16 16:47"),
            (.max, "292278994-08-17 07:12"),
        ]
        for (milliseconds, expected) in moments {
            var link = Samples.link()
            link.linkedAt = Timestamp(milliseconds: milliseconds)
            #expect(Replies().text(.statusLinked([link]), language: "en").contains("since \(expected) UTC"))
        }
    }

    @Test func `status lists ten links and counts the rest`() {
        let links = (0..<13).map { Samples.link(UInt64($0)) }
        let text = Replies().text(.statusLinked(links), language: "en")
        #expect(text.split(separator: "\n").count { $0.hasPrefix("• an account") } == 10)
        #expect(text.contains("• and 3 more"))
    }

    @Test func `commands are described in every language, as Telegram wants them`() {
        for language in Replies.languages + ["de-AT", "xx"] {
            let commands = Replies.commands(language)
            #expect(commands.map(\.name) == ["status", "stop", "help"])
            #expect(commands.allSatisfy { (1...256).contains($0.description.unicodeScalars.count) })
        }
        #expect(Replies.commands("de-AT").map(\.description) != Replies.commands("en").map(\.description))
    }
}
