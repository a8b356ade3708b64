/// What Telegram's own servers demand of a webhook, and a server of one's own does not.
enum WebhookRules {
    /// Where no webhook can be: first address of a network, and the bits that name it.
    private static let reserved: [(network: [UInt8], bits: Int)] = [
        ([0, 0, 0, 0], 8), ([10, 0, 0, 0], 8), ([100, 64, 0, 0], 10), ([127, 0, 0, 0], 8), ([169, 254, 0, 0], 16),
        ([172, 16, 0, 0], 12), ([192, 0, 0, 0], 24), ([192, 0, 2, 0], 24), ([192, 88, 99, 0], 24),
        ([192, 168, 0, 0], 16), ([198, 18, 0, 0], 15), ([198, 51, 100, 0], 24), ([203, 0, 113, 0], 24),
        ([224, 0, 0, 0], 3),
    ]

    /// Nothing is looked up: a name is as good as resolved, unless it can never be (RFC 6761).
    static func check(_ settings: WebhookSettings) throws(APIError) {
        guard let address = WebhookAddress(settings.url) else { throw .badRequest("invalid webhook URL specified") }
        guard address.isSecure else { throw self.bad("An HTTPS URL must be provided for webhook") }
        guard [80, 88, 443, 8_443].contains(address.port) else {
            throw self.bad("Webhook can be set up only on ports 80, 88, 443 or 8443")
        }
        if !settings.ipAddress.isEmpty {
            guard let ip = WebhookAddress.ipv4(settings.ipAddress) else {
                throw self.bad("Invalid IP address specified")
            }
            return try self.checkReserved(ip)
        }
        if let ip = address.ipv4 { return try self.checkReserved(ip) }
        if address.host.contains(":") { throw self.bad("IPv6-only addresses are not allowed") }
        let name = address.host.lowercased()
        if name == "localhost" || name.hasSuffix(".localhost") { return try self.checkReserved([127, 0, 0, 1]) }
        if name.hasSuffix(".invalid") || name.hasSuffix(".test") || !name.contains(".") {
            throw self.bad("Failed to resolve host: Name or service not known")
        }
    }

    /// The address as `WebhookInfo` shows it.
    static func shownAddress(of settings: WebhookSettings) -> String {
        if !settings.ipAddress.isEmpty { return settings.ipAddress }
        guard let address = WebhookAddress(settings.url) else { return "<unknown>" }
        if address.ipv4 != nil { return address.host }
        return address.host == "localhost" ? "127.0.0.1" : "<unknown>"
    }

    private static func checkReserved(_ ip: [UInt8]) throws(APIError) {
        let number = self.number(ip)
        for (network, bits) in self.reserved where number >> (32 - bits) == self.number(network) >> (32 - bits) {
            throw self.bad("IP address \(ip.map(String.init).joined(separator: ".")) is reserved")
        }
    }

    private static func number(_ ip: [UInt8]) -> UInt32 { ip.reduce(0) { $0 << 8 | UInt32($1) } }

    private static func bad(_ reason: String) -> APIError { .badRequest("bad webhook: \(reason)") }
}
