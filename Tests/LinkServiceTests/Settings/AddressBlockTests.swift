import LinkService
import Testing

@Suite struct AddressBlockTests {
    @Test(arguments: [
        ("149.154.160.0/20", "149.154.175.255", true),
        ("149.154.160.0/20", "149.154.176.0", false),
        ("149.154.160.0/20", "149.154.159.255", false),
        ("0.0.0.0/0", "255.255.255.255", true),
        ("192.0.2.7", "192.0.2.7", true),
        ("192.0.2.7", "192.0.2.6", false),
        ("192.0.2.7/32", "192.0.2.7", true),
        ("2001:67c:4e8::/48", "2001:67c:4e8:ffff::1", true),
        ("2001:67c:4e8::/48", "2001:67c:4e9::1", false),
        ("2001:db8::/65", "2001:db8::7fff:ffff:ffff:ffff", true),
        ("2001:db8::/65", "2001:db8::8000:0:0:0", false),
        ("2001:db8::1", "2001:db8::1", true),
        ("::/0", "2001:db8::1", true),
        ("::/0", "192.0.2.1", false),
        ("0.0.0.0/0", "2001:db8::1", false),
        ("192.0.2.0/24", "::ffff:192.0.2.9", true),
    ])
    func `a block holds its addresses and no others`(block: String, address: String, holds: Bool) throws {
        let block = try #require(AddressBlock(block))
        let address = try #require(IPAddress(address))
        #expect(block.contains(address) == holds)
    }

    @Test(arguments: [
        "", "/", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8/8", "10.0.0/8", "10.0.0.1/8",
        "::/129",
        "2001:db8::1/32", "telegram", "10.0.0.0 /8", "10.0.0.0/٨",
    ])
    func `what is no block is refused`(text: String) {
        #expect(AddressBlock(text) == nil)
    }
}
