/// Who may call the webhook, by address.
///
/// The address that counts is the socket's. Only if that is a trusted proxy's, the hop which the proxy names in
/// `X-Forwarded-For` counts instead, and so on from the right: what stands left of the first untrusted hop was
/// written by whoever called, and is not looked at.
package struct AddressFilter: Sendable, Equatable {
    /// The blocks that may call; if there are none, all may.
    package var allowed: [AddressBlock]
    /// The blocks whose `X-Forwarded-For` is believed.
    package var trustedProxies: [AddressBlock]

    /// A filter that admits everybody, unless told otherwise.
    package init(allowed: [AddressBlock] = [], trustedProxies: [AddressBlock] = []) {
        self.allowed = allowed
        self.trustedProxies = trustedProxies
    }

    /// Whether a request may pass that came over a socket from `peer` with these `X-Forwarded-For` headers, in order.
    package func admits(peer: IPAddress?, forwardedFor headers: [String]) -> Bool {
        guard !self.allowed.isEmpty else { return true }
        guard let caller = self.caller(peer: peer, forwardedFor: headers) else { return false }
        return self.allowed.contains { $0.contains(caller) }
    }

    /// Who called, as far as it can be believed; nil if a trusted proxy names something that is not an address.
    package func caller(peer: IPAddress?, forwardedFor headers: [String]) -> IPAddress? {
        guard var caller = peer else { return nil }
        for header in headers.reversed() {
            for hop in header.split(separator: ",").reversed() {
                guard self.trustedProxies.contains(where: { $0.contains(caller) }) else { return caller }
                guard let next = IPAddress(hop: String(hop.trimming(while: { $0 == " " || $0 == "\t" }))) else {
                    return nil
                }
                caller = next
            }
        }
        return caller
    }
}

extension Substring {
    fileprivate func trimming(while isBlank: (Character) -> Bool) -> Substring {
        guard let end = self.lastIndex(where: { !isBlank($0) }) else { return "" }
        return self[...end].drop(while: isBlank)
    }
}
