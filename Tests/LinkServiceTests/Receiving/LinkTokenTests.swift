import Linking
import Testing

@testable import LinkService

@Suite struct LinkTokenTests {
    private let now = Timestamp(milliseconds: 1_800_000_000_000)

    @Test func `a token is 43 characters that Telegram passes on, and says its id`() throws {
        let token = LinkToken(at: self.now)
        #expect(token.text.utf8.count == 43)
        #expect(token.text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        #expect(!token.text.hasPrefix("_tgr_"))
        let read = try #require(LinkToken(token.text))
        #expect(read.id == token.id)
        #expect(read.hash == token.hash)
    }

    @Test func `two tokens differ in their secret half, too`() {
        let (a, b) = (LinkToken(at: self.now), LinkToken(at: self.now))
        #expect(a.text.suffix(21) != b.text.suffix(21))
        #expect(a.id != b.id)
    }

    @Test(arguments: ["", "abc", String(repeating: "a", count: 44), String(repeating: "=", count: 43)])
    func `what does not look like one is none`(text: String) {
        #expect(LinkToken(text) == nil)
    }

    @Test func `a code follows from its id and the key, and the log has only a placeholder`() throws {
        let key = CodeKey(key: Array(repeating: 7, count: 32))
        let id = CodeID.fresh(at: self.now)
        #expect(key.code(id).text == key.code(id).text)
        #expect(key.code(id).text != CodeKey(key: [8]).code(id).text)
        let address = "https://app.example.com/?code=\(CodeKey.placeholder(id))&x={code:none}"
        #expect(key.fillIn(address) == "https://app.example.com/?code=\(key.code(id).text)&x={code:none}")
        let presented = try #require(RegistrationCode(key.code(id).text))
        #expect(presented.id == id)
        #expect(presented.hash == key.code(id).hash)
    }
}
