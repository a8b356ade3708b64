import LinkService
import Testing

@Suite struct IPAddressTests {
    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("192.0.2.1:4711", "192.0.2.1"), ("2001:db8::1", "2001:db8::1"),
        ("[2001:db8::1]:443", "2001:db8::1"), ("[2001:db8::1]", "2001:db8::1"), ("fe80::1%eth0", "fe80::1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
    ])
    func `a hop is read however proxies write it`(hop: String, address: String) {
        #expect(IPAddress(hop: hop) != nil)
        #expect(IPAddress(hop: hop) == IPAddress(address))
    }

    @Test(arguments: ["unknown", "_hidden", "", "[", "[]", "[192.0.2.1", "300.1.1.1", "1.2.3", "1.2.3.4.5", "0x7f.1"])
    func `what names no address is none`(hop: String) {
        #expect(IPAddress(hop: hop) == nil)
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.255.255.254", true), ("::1", true), ("::ffff:127.0.0.1", true), ("128.0.0.1", false),
        ("0.0.0.0", false), ("::", false), ("10.0.0.1", false),
    ])
    func `loopback is what only this machine reaches`(text: String, isLoopback: Bool) throws {
        #expect(try #require(IPAddress(text)).isLoopback == isLoopback)
    }
}
