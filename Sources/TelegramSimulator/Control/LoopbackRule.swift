/// Who may use the control API: programs on this machine, and pages that this machine serves.
///
/// A page from elsewhere reaches a loopback server too, by its own name made to point here (DNS rebinding) or by a
/// request across origins. Both show in the headers.
struct LoopbackRule: Sendable {
    /// A name beside the loopback ones: the address that the simulator was told to listen at.
    let host: String

    /// Whether a `Host` header names this machine. None, as HTTP/1.0 clients send, does not come from a browser.
    func admits(host authority: String?) -> Bool {
        guard let authority else { return true }
        let name =
            authority.hasPrefix("[") ? authority.dropFirst().prefix { $0 != "]" } : authority.prefix { $0 != ":" }
        return self.isOurs(name.lowercased())
    }

    /// Whether an `Origin` header, if there is one, names this machine.
    func admits(origin: String?) -> Bool {
        guard let origin else { return true }
        guard let scheme = origin.firstRange(of: "://") else { return false }
        return self.admits(host: String(origin[scheme.upperBound...]))
    }

    private func isOurs(_ name: String) -> Bool {
        if name == "localhost" || name.hasSuffix(".localhost") || name == "::1" || name == self.host.lowercased() {
            return true
        }
        return WebhookAddress.ipv4(name)?.first == 127
    }
}
