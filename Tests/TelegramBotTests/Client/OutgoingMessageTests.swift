import JSON
import Testing

@testable import TelegramBot

struct OutgoingMessageTests {
    private func text(_ message: OutgoingMessage) -> String {
        String(decoding: message.body, as: UTF8.self)
    }

    @Test func `a plain message has nothing but chat and text, and no nulls`() {
        let message = OutgoingMessage(chatID: -1_001_234_567_890, text: "a \"b\"\n€")
        #expect(self.text(message) == #"{"chat_id":-1001234567890,"text":"a \"b\"\n€"}"#)
    }

    @Test func `every option has its place`() {
        var message = OutgoingMessage(chatID: 1, text: "<b>x</b>")
        message.parseMode = .html
        message.threadID = 5
        message.disableNotification = true
        message.protectContent = true
        message.disablePreview = true
        message.buttons = Array(#"[[{"text":"OK","callback_data":"a:1"}]]"#.utf8)
        let expected =
            #"{"chat_id":1,"text":"<b>x</b>","parse_mode":"HTML","message_thread_id":5,"disable_notification":true,"#
            + #""protect_content":true,"link_preview_options":{"is_disabled":true},"#
            + #""reply_markup":{"inline_keyboard":[[{"text":"OK","callback_data":"a:1"}]]}}"#
        #expect(self.text(message) == expected)
    }

    @Test func `a whole reply markup is sent as it is`() {
        var message = OutgoingMessage(chatID: 1, text: "x")
        message.buttons = Array(#"{"remove_keyboard":true}"#.utf8)
        #expect(self.text(message) == #"{"chat_id":1,"text":"x","reply_markup":{"remove_keyboard":true}}"#)
    }

    @Test func `the General topic is meant by leaving it out`() {
        var message = OutgoingMessage(chatID: 1, text: "x")
        message.threadID = 1
        #expect(self.text(message) == #"{"chat_id":1,"text":"x"}"#)
    }
}
