import JSON
import Testing

@testable import TelegramSimulator

@Suite struct CallbacksTests {
    private func world() throws -> (World, message: Int64) {
        var world = makeWorld()
        _ = try world.start(user: 1, payload: nil)
        let markup =
            #"{"inline_keyboard":[[{"text":"Web","url":"https://example.com"}],"#
            + #"[{"text":"Yes","callback_data":"y"},{"text":"No","callback_data":"n"}]]}"#
        let message = try world.ask(.sendMessage, ["chat_id": "1", "text": "?", "reply_markup": markup])
        return (world, try #require(message["message_id"]?.int64))
    }

    @Test func `a tap carries the message and the button's data`() throws {
        var (world, number) = try self.world()
        let (query, _) = try world.tap(user: 1, chat: 1, message: number, data: "n")
        let update = try #require(try world.fetch().last?["callback_query"])
        #expect(update["id"]?.string == query.id)
        #expect(update["data"]?.string == "n")
        #expect(update["message"]?["message_id"]?.int64 == number)
        #expect(update["message"]?["reply_markup"]?["inline_keyboard"]?.count == 2)
        #expect(update["chat_instance"]?.string != nil)
    }

    @Test func `without data the first button that has some is tapped`() throws {
        var (world, number) = try self.world()
        #expect(try world.tap(user: 1, chat: 1, message: number, data: nil).query.data == "y")
    }

    @Test func `a button or a message that is not there cannot be tapped`() throws {
        var (world, number) = try self.world()
        #expect(throws: ActionRefusal.noSuchButton) {
            try world.tap(user: 1, chat: 1, message: number, data: "maybe").query
        }
        #expect(throws: ActionRefusal.unknownMessage(chat: 1, message: 1)) {
            try world.tap(user: 1, chat: 1, message: 1, data: nil).query
        }
    }

    @Test func `a query is answered once, and in time`() throws {
        var (world, number) = try self.world()
        let tooOld = APIError.badRequest(
            "query is too old and response timeout expired or query ID is invalid")
        let first = try world.tap(user: 1, chat: 1, message: number, data: "y").query.id
        #expect(try world.ask(.answerCallbackQuery, ["callback_query_id": first, "text": "ok"]).bool == true)
        #expect(world.callbacks[first]?.answer == "ok")
        #expect(world.refusal(.answerCallbackQuery, ["callback_query_id": first]) == tooOld)
        #expect(world.refusal(.answerCallbackQuery, ["callback_query_id": "7"]) == tooOld)
        let second = try world.tap(user: 1, chat: 1, message: number, data: "y").query.id
        world.wait(.seconds(150))
        #expect(world.refusal(.answerCallbackQuery, ["callback_query_id": second]) == tooOld)
    }
}
