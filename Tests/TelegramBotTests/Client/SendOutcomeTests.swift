import Testing

@testable import TelegramBot

struct SendOutcomeTests {
    private func outcome(
        _ code: Int, _ description: String, retryAfter: Int? = nil, migrateTo: Int64? = nil
    ) -> SendOutcome {
        SendOutcome(
            .refused(
                BotRefusal(code: code, description: description, retryAfterSeconds: retryAfter, migrateTo: migrateTo)))
    }

    @Test(arguments: [
        (403, "Forbidden: bot was blocked by the user", "blocked"),
        (403, "Forbidden: user is deactivated", "deactivated"),
        (403, "Forbidden: bot can't initiate conversation with a user", "cantInitiate"),
        (400, "Bad Request: chat not found", "chatNotFound"),
        (400, "bad request: Chat Not Found", "chatNotFound"),
        (403, "Forbidden: bot was kicked from the group chat", "kicked"),
        (403, "Forbidden: bot was kicked from the supergroup chat", "kicked"),
        (403, "Forbidden: bot was kicked from the channel chat", "kicked"),
        (403, "Forbidden: bot is not a member of the group chat", "notMember"),
        (403, "Forbidden: bot is not a member of the supergroup chat", "notMember"),
        (403, "Forbidden: bot is not a member of the channel chat", "notMember"),
        (403, "Forbidden: the group chat was deleted", "groupDeleted"),
        (403, "Forbidden: the bot can't send messages to the bot", "isBot"),
        (403, "FORBIDDEN: BOT WAS BLOCKED BY THE USER", "blocked"),
    ])
    func `a chat that is gone has a reason`(code: Int, description: String, reason: String) {
        #expect(self.outcome(code, description) == .chatGone(reason: reason, description: description))
        #expect(ChatGoneReason(rawValue: reason) != nil)
    }

    @Test(arguments: [
        (400, "Bad Request: not enough rights to send text messages to the chat"),
        (400, "Bad Request: have no write access to the chat"),
        (400, "Bad Request: need administrator rights in the channel chat"),
        (400, "Bad Request: CHAT_WRITE_FORBIDDEN"), (400, "Bad Request: message thread not found"),
        (400, "Bad Request: TOPIC_CLOSED"), (400, "Bad Request: message is too long"),
        (400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 5"),
        (400, "Bad Request: private chat not found"), (400, "Bad Request: user not found"),
        (400, "Bad Request: group chat was upgraded to a supergroup chat"),
        (400, "Bad Request: something that Telegram will think of"), (403, "Forbidden: something new"),
        (413, "Request Entity Too Large"),
    ])
    func `what is wrong with the message, or unknown, never costs the link`(code: Int, description: String) {
        #expect(self.outcome(code, description) == .rejected(code: code, description: description))
    }

    @Test(arguments: [
        (401, "Unauthorized"), (401, "Unauthorized: invalid token specified"), (404, "Not Found"),
        (404, "Not Found: method not found"), (400, "Logged out"),
        (421, "Misdirected Request: unallowed token specified"),
    ])
    func `a token that is not accepted is no fault of the message`(code: Int, description: String) {
        #expect(self.outcome(code, description) == .unauthorized(description: description))
    }

    @Test func `migration is told by its parameter`() {
        let text = "Bad Request: group chat was upgraded to a supergroup chat"
        #expect(self.outcome(400, text, migrateTo: -1_001_234_567_890) == .migrated(to: -1_001_234_567_890))
    }

    @Test func `flood control says how long, and a second at least`() {
        let text = "Too Many Requests: retry after 34"
        #expect(self.outcome(429, text, retryAfter: 34) == .rateLimited(retryAfterSeconds: 34))
        #expect(self.outcome(429, "Too Many Requests") == .rateLimited(retryAfterSeconds: 1))
        #expect(self.outcome(429, text, retryAfter: 0) == .rateLimited(retryAfterSeconds: 1))
    }

    @Test func `a server in trouble may be asked again, except about a message that was there`() {
        let restart = "Internal Server Error: restart"
        #expect(self.outcome(500, restart) == .unavailable(description: restart))
        #expect(self.outcome(502, "Bad Gateway") == .unavailable(description: "Bad Gateway"))
        let deleted = "Internal Server Error: sent message was immediately deleted and can't be returned"
        #expect(self.outcome(500, deleted) == .lost(description: deleted))
    }

    @Test(arguments: [301, 400, 403, 404, 500, 502, 504])
    func `a page of somebody in between says nothing of the chat`(status: Int) {
        let outcome = SendOutcome(.notJSON(status: status, retryAfterSeconds: nil))
        #expect(outcome == .unavailable(description: "HTTP \(status) without a Bot API answer"))
    }

    @Test func `a success that cannot be read may have sent the message`() {
        guard case .lost = SendOutcome(.notJSON(status: 200, retryAfterSeconds: nil)) else {
            Issue.record("an unreadable 200 must be uncertain")
            return
        }
        #expect(SendOutcome(.notJSON(status: 429, retryAfterSeconds: 7)) == .rateLimited(retryAfterSeconds: 7))
    }
}
