import JSON
import Testing

@testable import TelegramBot

struct ButtonCheckTests {
    private func fault(_ json: String) throws -> String? {
        MarkupCheck.buttons(try JSONDocument(json).root)
    }

    private func row(_ count: Int) -> String {
        "[" + Array(repeating: #"{"text":"x","url":"https://x"}"#, count: count).joined(separator: ",") + "]"
    }

    @Test(arguments: [
        #"[[{"text":"Open","url":"https://x"},{"text":"OK","callback_data":"a:1"}]]"#,
        #"[[{"text":"x","url":"tg://user?id=1","callback_data":null}]]"#, #"[[{"text":"x","copy_text":{"text":"y"}}]]"#,
        #"[[{"text":"x","web_app":{"url":"https://x"}}],[{"text":"x","switch_inline_query":""}]]"#,
        #"[[{"text":"x","callback_data":"\#(String(repeating: "é", count: 32))","style":"danger"}]]"#,
    ])
    func `buttons that Telegram takes are fine`(json: String) throws {
        #expect(try self.fault(json) == nil)
    }

    @Test(arguments: [
        ("{}", "array of rows"), ("[{}]", "a row"), ("[]", "no buttons"), ("[[]]", "no buttons"), ("[[7]]", "\"text\""),
        (#"[[{"url":"https://x"}]]"#, "\"text\""), (#"[[{"text":"","url":"https://x"}]]"#, "\"text\""),
        (#"[[{"text":"x"}]]"#, "Text buttons are unallowed"), (#"[[{"text":"x","callbackData":"y"}]]"#, "Text buttons"),
        (#"[[{"text":"x","url":"https://x","callback_data":"y"}]]"#, "one action"),
        (#"[[{"text":"x","callback_data":""}]]"#, "BUTTON_DATA_INVALID"),
        (#"[[{"text":"x","callback_data":7}]]"#, "BUTTON_DATA_INVALID"),
        (#"[[{"text":"x","callback_data":"\#(String(repeating: "é", count: 33))"}]]"#, "BUTTON_DATA_INVALID"),
        (#"[[{"text":"x","url":""}]]"#, "URL '' is invalid"),
        (#"[[{"text":"x","url":"a b"}]]"#, "URL 'a b' is invalid"),
        (#"[[{"text":"x","copy_text":{"text":""}}]]"#, "copy_text"),
        (#"[[{"text":"x","web_app":"https://x"}]]"#, "web_app"),
    ])
    func `buttons that Telegram refuses are refused with a reason`(json: String, words: String) throws {
        let fault = try #require(try self.fault(json))
        #expect(fault.contains(words), "\(fault)")
    }

    @Test func `a row has eight buttons at most, a message a hundred`() throws {
        #expect(try self.fault("[\(self.row(8))]") == nil)
        #expect(try self.fault("[\(self.row(9))]")?.contains("more than 8") == true)
        let twelve = Array(repeating: self.row(8), count: 12).joined(separator: ",")
        #expect(try self.fault("[\(twelve),\(self.row(4))]") == nil)
        #expect(try self.fault("[\(twelve),\(self.row(5))]")?.contains("more than 100") == true)
    }
}
