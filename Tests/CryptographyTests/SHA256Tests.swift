import Cryptography
import Testing

struct SHA256Tests {
    @Test func `the digest of abc is that of FIPS 180-4`() {
        #expect(
            SHA256.hash("abc").hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
