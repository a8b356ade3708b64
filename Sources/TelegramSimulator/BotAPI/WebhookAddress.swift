/// The parts of a webhook's URL.
struct WebhookAddress: Equatable {
    let isSecure: Bool
    let host: String
    let port: Int

    /// Nil unless it is `http://` or `https://` with a host.
    init?(_ url: String) {
        guard let colon = url.firstRange(of: "://") else { return nil }
        switch url[..<colon.lowerBound].lowercased() {
        case "http": self.isSecure = false
        case "https": self.isSecure = true
        default: return nil
        }
        let authority = url[colon.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let place = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let isBracketed = place.hasPrefix("[")
        let host = isBracketed ? place.dropFirst().prefix { $0 != "]" } : place.prefix { $0 != ":" }
        let rest = place.dropFirst(host.count + (isBracketed ? 2 : 0))
        guard !host.isEmpty, !host.utf8.contains(where: \.isSpace), rest.isEmpty || rest.hasPrefix(":") else {
            return nil
        }
        guard let port = rest.isEmpty ? (self.isSecure ? 443 : 80) : Int(rest.dropFirst()), (1...65_535).contains(port)
        else { return nil }
        self.host = String(host)
        self.port = port
    }

    /// The host as four numbers; nil if it is a name.
    var ipv4: [UInt8]? { Self.ipv4(self.host) }

    static func ipv4(_ text: String) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return parts.count == 4 && !parts.contains(nil) ? parts.compactMap(\.self) : nil
    }
}
