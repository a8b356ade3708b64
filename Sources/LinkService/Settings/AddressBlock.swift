/// A block of addresses as CIDR writes it: `149.154.160.0/20`, `2001:67c:4e8::/48`, or one address.
package struct AddressBlock: Sendable, Hashable {
    private let first: IPAddress
    private let prefixBits: Int

    /// Reads a block, or gives nil if `text` is none, or has bits set behind its prefix (a typing mistake, mostly).
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = parts.first.flatMap({ IPAddress(String($0)) }) else { return nil }
        var prefixBits = address.width
        if parts.count == 2 {
            guard parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let bits = Int(parts[1]), bits <= address.width
            else { return nil }
            prefixBits = bits
        }
        self.first = address
        self.prefixBits = prefixBits
        guard Self.masked(address, to: prefixBits) == address else { return nil }
    }

    /// Whether `address` lies in the block. IPv4 and IPv6 never contain one another.
    package func contains(_ address: IPAddress) -> Bool {
        Self.masked(address, to: self.prefixBits) == self.first
    }

    private static func masked(_ address: IPAddress, to bits: Int) -> IPAddress {
        switch address {
        case .v4(let word):
            .v4(word & Self.mask(bits, of: UInt32.self))
        case .v6(let high, let low):
            .v6(high: high & Self.mask(bits, of: UInt64.self), low: low & Self.mask(bits - 64, of: UInt64.self))
        }
    }

    /// A word whose first `bits` bits are ones; none for less than one, all for more than it has.
    private static func mask<Word: FixedWidthInteger>(_ bits: Int, of: Word.Type) -> Word {
        bits <= 0 ? 0 : Word.max << max(0, Word.bitWidth - bits)
    }
}
