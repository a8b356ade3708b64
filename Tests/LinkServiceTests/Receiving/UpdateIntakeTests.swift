import EventLog
import Foundation
import Linking
import TelegramBot
import Testing

@testable import LinkService

@Suite struct UpdateIntakeTests {
    private static let key = CodeKey(key: Array(repeating: 7, count: 32))

    private static func intake(_ world: JournalWorld) throws -> UpdateIntake {
        let url = try #require(ConfirmURL(template: "https://app.example.com/telegram?code={code}"))
        return UpdateIntake(
            store: world.journal.store, botUsername: "my_bot", replies: Replies(),
            registration: RegistrationOptions(confirmURL: url, key: Self.key), clock: WallClock { world.clock.now })
    }

    /// Receives a text in Ann's private chat, as Telegram would deliver it.
    private static func receive(_ text: String, _ world: JournalWorld) async throws {
        let json = #"""
            {"update_id":\#(world.log.head.seq + 1),"message":{"message_id":1,"from":{"id":7,"is_bot":false,
            "first_name":"Ann"},"chat":{"id":7,"first_name":"Ann","type":"private"},"date":1764000000,"text":"\#(text)",
            "entities":[{"offset":0,"length":6,"type":"bot_command"}]}}
            """#
        let body = try #require(UpdateBody(Array(json.utf8)))
        _ = try await world.journal.perform(try Self.intake(world).command(for: body), by: "telegram")
    }

    @Test func `a code goes out in the message, opens its registration, and is not in the log`() async throws {
        let world = try JournalWorld()
        try await Self.receive("/start", world)
        #expect(try world.types() == ["update.received", "registration.requested", "notification.requested"])
        let message = try await LoggedMessages(log: world.log, codeKey: Self.key).message(requestSeq: 3)
        let address = try #require(message.text.split(whereSeparator: \.isWhitespace).first { $0.contains("?code=") })
        let code = try #require(RegistrationCode(String(address.suffix(LinkToken.length))))
        let registration = try #require(try world.journal.store.registration(code.id))
        try registration.check(hash: code.hash, at: world.clock.now)
        #expect(try !world.records().contains { $0.contains(code.text) })
    }

    @Test func `a text of the application's is sent as it stands, even if it looks like a placeholder`() async throws {
        let world = try JournalWorld()
        let token = try await world.issue("ann")
        try await world.receive(1, in: 7, .start(.token(token.id, token.hash)))
        let text = CodeKey.placeholder(.fresh(at: world.clock.now))
        let committed = try await world.notify("ann", text)
        let message = try await LoggedMessages(log: world.log, codeKey: Self.key).message(requestSeq: committed.seq)
        #expect(message.text == text)
    }

    @Test func `a token that is presented links, and is not in the log`() async throws {
        let world = try JournalWorld()
        let token = try await world.issue("ann")
        try await Self.receive("/start \(token.text)", world)
        #expect(try world.types().contains("link.confirmed"))
        #expect(try !world.records().contains { $0.contains(token.text) })
        #expect(try world.records().contains { $0.contains("/start sha256:\(token.hash.hex)") })
    }
}
