import LinkService
import Testing

@Suite struct AddressFilterTests {
    private func filter(allowed: [String] = ["149.154.160.0/20"], trusted: [String] = []) throws -> AddressFilter {
        AddressFilter(
            allowed: try allowed.map { try #require(AddressBlock($0)) },
            trustedProxies: try trusted.map { try #require(AddressBlock($0)) })
    }

    @Test func `without blocks everybody may call, even from nowhere`() {
        #expect(AddressFilter().admits(peer: IPAddress("203.0.113.5"), forwardedFor: []))
        #expect(AddressFilter().admits(peer: nil, forwardedFor: ["nonsense"]))
    }

    @Test func `the address of the socket is what counts`() throws {
        let filter = try self.filter()
        #expect(filter.admits(peer: IPAddress("149.154.167.197"), forwardedFor: []))
        #expect(!filter.admits(peer: IPAddress("203.0.113.5"), forwardedFor: []))
        #expect(!filter.admits(peer: nil, forwardedFor: []))
    }

    @Test func `a stranger cannot claim Telegram's address in a header`() throws {
        let filter = try self.filter(trusted: ["10.0.0.0/8"])
        #expect(!filter.admits(peer: IPAddress("203.0.113.5"), forwardedFor: ["149.154.167.197"]))
    }

    @Test func `a trusted proxy's word counts`() throws {
        let filter = try self.filter(trusted: ["10.0.0.0/8"])
        #expect(filter.admits(peer: IPAddress("10.0.0.1"), forwardedFor: ["149.154.167.197"]))
        #expect(!filter.admits(peer: IPAddress("10.0.0.1"), forwardedFor: ["203.0.113.5"]))
    }

    @Test func `what a stranger wrote left of itself is not looked at`() throws {
        let filter = try self.filter(trusted: ["10.0.0.0/8"])
        #expect(!filter.admits(peer: IPAddress("10.0.0.1"), forwardedFor: ["149.154.167.197, 203.0.113.5"]))
        #expect(filter.admits(peer: IPAddress("10.0.0.1"), forwardedFor: ["nonsense, 149.154.167.197"]))
    }

    @Test func `a chain of trusted proxies is followed to its first stranger, over several headers`() throws {
        let filter = try self.filter(trusted: ["10.0.0.0/8", "::1"])
        let headers = ["203.0.113.5,149.154.167.197:443", " 10.9.9.9 ,\t10.1.1.1"]
        #expect(filter.caller(peer: IPAddress("::1"), forwardedFor: headers) == IPAddress("149.154.167.197"))
        #expect(filter.admits(peer: IPAddress("::1"), forwardedFor: headers))
    }

    @Test func `a trusted proxy that names no address is refused`() throws {
        let filter = try self.filter(allowed: ["10.0.0.0/8"], trusted: ["10.0.0.0/8"])
        #expect(!filter.admits(peer: IPAddress("10.0.0.1"), forwardedFor: ["unknown"]))
        #expect(filter.admits(peer: IPAddress("10.0.0.1"), forwardedFor: []))
    }
}
