import Linking
import TelegramBot
import Testing

@testable import LinkService

struct AttemptOutcomeTests {
    @Test func `every answer of Telegram's has its meaning for the message`() {
        let pairs: [(SendOutcome, AttemptOutcome)] = [
            (.sent(messageID: 5), .sent(messageID: 5)),
            (.rateLimited(retryAfterSeconds: 9), .rateLimited(seconds: 9)),
            (.migrated(to: -1_005), .migrated(to: ChatID(-1_005))),
            (.chatGone(reason: "kicked", description: "d"), .chatGone(reason: "kicked", description: "d")),
            (.rejected(code: 400, description: "d"), .rejected(description: "d")),
            (.unavailable(description: "d"), .unavailable(reason: "unavailable", description: "d")),
            (.notSent(description: "d"), .unavailable(reason: "notSent", description: "d")),
            (.lost(description: "d"), .lost(description: "d")),
            (.unauthorized(description: "d"), .unavailable(reason: "unauthorized", description: "d")),
        ]
        for (answer, outcome) in pairs { #expect(AttemptOutcome(answer) == outcome) }
    }

    @Test func `a message keeps all it was asked with`() {
        let message = Message(
            text: "hi", parseMode: "html", disableNotification: true, protectContent: true, disablePreview: true,
            buttons: RawJSON(Array("[]".utf8)))
        var expected = OutgoingMessage(chatID: 7, text: "hi")
        expected.parseMode = .html
        expected.threadID = 3
        expected.disableNotification = true
        expected.protectContent = true
        expected.disablePreview = true
        expected.buttons = Array("[]".utf8)
        #expect(OutgoingMessage(message, chatID: ChatID(7), threadID: 3) == expected)
    }
}
