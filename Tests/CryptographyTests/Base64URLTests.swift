import Cryptography
import Testing

struct Base64URLTests {
    @Test(arguments: [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
        ("foobar", "Zm9vYmFy"),
    ])
    func `the examples of RFC 4648 come out without padding`(_ text: String, encoded: String) {
        #expect(Base64URL.encode(Array(text.utf8)) == encoded)
        #expect(Base64URL.decode(encoded) == Array(text.utf8))
    }

    @Test func `minus and underscore stand for the last two values`() {
        #expect(Base64URL.encode([0xFB, 0xFF, 0xFE]) == "-__-")
        #expect(Base64URL.decode("-__-") == [0xFB, 0xFF, 0xFE])
    }

    @Test(arguments: [
        "Z", "Zm9vY", "Zg==", "Zg=", "Zm9v=", "Zm+v", "Zm/v", "Zm 9v", "Zm9v\n", " Zg", "Zé", "Zm9v\0", "Z.g",
    ])
    func `other characters, padding and impossible lengths are refused`(_ text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test(arguments: ["Zh", "Zn", "Z_", "Zm9", "Zm-", "AB", "AAB"])
    func `bits that no encoder writes are refused`(_ text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test func `a part of a text is decoded as a text`() {
        #expect(Base64URL.decode("/start Zm9v".dropFirst(7)) == Array("foo".utf8))
    }

    @Test func `all lengths come back as they were`() {
        for count in 0..<100 {
            let bytes = SecureRandom.bytes(count)
            let text = Base64URL.encode(bytes)
            #expect(text.utf8.count == (count * 8 + 5) / 6)
            #expect(Base64URL.decode(text) == bytes)
        }
    }
}
