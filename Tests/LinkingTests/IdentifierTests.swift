import Linking
import Testing

struct IdentifierTests {
    @Test func `text and id are two forms of the same`() {
        let id = TokenID(high: 0x0199_ABCD_EF01_7234, low: 0x8FED_CBA9_8765_4321)
        #expect(id.description == "0199abcd-ef01-7234-8fed-cba987654321")
        #expect(TokenID(id.description) == id)
    }

    @Test(arguments: [
        "", "0199abcd-ef01-7234-8fed-cba98765432", "0199abcd-ef01-7234-8fed-cba9876543210",
        "0199ABCD-ef01-7234-8fed-cba987654321", "0199abcd0ef01-7234-8fed-cba987654321",
        "0199abcd-ef01-7234-8fed-cba98765432g", "0199abcdef0172348fedcba987654321",
    ])
    func `only the canonical text is read`(text: String) {
        #expect(TokenID(text) == nil)
    }

    @Test func `ids sort by time and carry version and variant`() {
        let early = TokenID(at: Samples.now, random: (.max, .max))
        let late = TokenID(at: Samples.now.adding(milliseconds: 1), random: (0, 0))
        #expect(early < late)
        #expect(early.high >> 12 & 0xF == 7 && late.high >> 12 & 0xF == 7)
        #expect(early.low >> 62 == 2 && late.low >> 62 == 2)
        #expect(early.high >> 16 == UInt64(Samples.now.milliseconds))
    }

    @Test func `ids of one command are numbered from the first`() {
        #expect(Samples.id(31).advanced(by: 2) == Samples.id(33) as TokenID)
    }

    @Test func `a user id has 1 to 256 bytes`() {
        #expect(UserID("") == nil)
        #expect(UserID(String(repeating: "ü", count: 128)) != nil)
        #expect(UserID(String(repeating: "ü", count: 128) + "x") == nil)
    }

    @Test func `hashes differ in any word`() {
        let hash = SecretHash(words: (1, 2, 3, 4))
        #expect(hash == SecretHash(words: (1, 2, 3, 4)))
        for other in [(0, 2, 3, 4), (1, 0, 3, 4), (1, 2, 0, 4), (1, 2, 3, 0)] as [(UInt64, UInt64, UInt64, UInt64)] {
            #expect(hash != SecretHash(words: other))
        }
    }
}
