import JSON
import Linking
import Testing

@testable import LinkService

@Suite struct TokenRedactorTests {
    private static let token = LinkToken(at: Timestamp(milliseconds: 1_800_000_000_000))
    private static let stored = Token(
        TokenIssued(
            tokenID: token.id, tokenHash: token.hash, chat: .private, expiresAt: Timestamp(milliseconds: 0),
            userID: UserID(stored: "ann"), context: nil), at: Timestamp(milliseconds: 0))
    private static let hash = "sha256:\(token.hash.hex)"

    private static func redact(_ json: String) -> String {
        let redactor = TokenRedactor { $0 == Self.token.id ? Self.stored : nil }
        return String(decoding: redactor.redact(Array(json.utf8)), as: UTF8.self)
    }

    @Test func `a known token is replaced wherever it stands`() {
        let text = Self.token.text
        #expect(Self.redact(#"{"text":"/start \#(text)"}"#) == #"{"text":"/start \#(Self.hash)"}"#)
        #expect(Self.redact(#"{"a":["x=\#(text)&y"]}"#) == #"{"a":["x=\#(Self.hash)&y"]}"#)
        #expect(Self.redact(#"{"\#(text)":1}"#) == #"{"\#(Self.hash)":1}"#)
    }

    @Test func `a token behind an escape is found too`() {
        #expect(Self.redact(#"{"text":"\u65e5\#(Self.token.text)"}"#) == #"{"text":"日\#(Self.hash)"}"#)
        let escaped = #"\u00"# + String(Self.token.text.utf8.first ?? 0, radix: 16) + Self.token.text.dropFirst()
        #expect(Self.redact(#"{"text":"\#(escaped)"}"#) == #"{"text":"\#(Self.hash)"}"#)
    }

    @Test func `what is no token of ours stays as it came, byte for byte`() {
        let other = LinkToken(at: Timestamp(milliseconds: 5)).text
        let wrongSecret = Self.token.text.dropLast(4) + "AAAA"
        for text in [other, String(wrongSecret), "x" + Self.token.text, Self.token.text + "x"] {
            let json = #"{ "text" : "\/start \#(text)" }"#
            #expect(Self.redact(json) == json)
        }
    }

    @Test func `a tolerated document is searched as well`() {
        let json = #"{"a":"\#(Self.token.text)","a":"\ud800 \#(Self.token.text)"}"#
        #expect(!Self.redact(json).contains(Self.token.text))
    }
}
