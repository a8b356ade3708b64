import Cryptography
import Testing

struct HexTests {
    @Test func `every byte comes back as it was`() {
        let bytes = [UInt8](UInt8.min...UInt8.max)
        let text = Hex.encode(bytes)
        #expect(text.hasPrefix("000102"))
        #expect(text.hasSuffix("fdfeff"))
        #expect(Hex.decode(text) == bytes)
        #expect(Hex.decode(text.uppercased()) == bytes)
        #expect(Hex.decode("") == [])
    }

    @Test(arguments: ["0", "000", "0g", "g0", "0x", " 0", "0 ", "-1", "+1", "é0", "00\n"])
    func `anything else than pairs of digits is refused`(_ text: String) {
        #expect(Hex.decode(text) == nil)
    }
}
