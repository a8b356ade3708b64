#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An IPv4 or IPv6 address. An IPv4 address written the IPv6 way (`::ffff:192.0.2.1`) is the IPv4 one.
package enum IPAddress: Sendable, Hashable {
    /// The four bytes, first byte first.
    case v4(UInt32)
    /// The sixteen bytes, first byte first.
    case v6(high: UInt64, low: UInt64)

    /// Reads an address as it is written; a zone (`%eth0`) is left out. Nil if `text` is not an address.
    package init?(_ text: String) {
        if let four = Self.parseV4(text) {
            self = .v4(four)
            return
        }
        let address = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = address.first, let (high, low) = Self.parseV6(String(first)) else { return nil }
        let mapped = high == 0 && low >> 32 == 0xFFFF
        self = mapped ? .v4(UInt32(truncatingIfNeeded: low)) : .v6(high: high, low: low)
    }

    /// Reads an address as proxies write it: also with a port (`192.0.2.1:80`, `[2001:db8::1]:80`) or in brackets.
    package init?(hop text: String) {
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]") else { return nil }
            self.init(String(text[text.index(after: text.startIndex)..<end]))
            return
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        self.init(parts.count == 2 ? String(parts[0]) : text)
    }

    /// Whether only this machine can reach the address.
    package var isLoopback: Bool {
        switch self {
        case .v4(let bits): bits >> 24 == 127
        case .v6(let high, let low): high == 0 && low == 1
        }
    }

    /// How many bits an address of this kind has.
    package var width: Int {
        switch self {
        case .v4: 32
        case .v6: 128
        }
    }

    private static func parseV4(_ text: String) -> UInt32? {
        Self.parse(text, AF_INET, byteCount: 4)?.reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func parseV6(_ text: String) -> (high: UInt64, low: UInt64)? {
        guard let bytes = Self.parse(text, AF_INET6, byteCount: 16) else { return nil }
        return (
            bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }, bytes[8...].reduce(0) { $0 << 8 | UInt64($1) }
        )
    }

    /// The address in network byte order; read into plain bytes, because C's structs for it belong to another module in
    /// an optimised build.
    private static func parse(_ text: String, _ family: Int32, byteCount: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: byteCount)
        return inet_pton(family, text, &bytes) == 1 ? bytes : nil
    }
}
