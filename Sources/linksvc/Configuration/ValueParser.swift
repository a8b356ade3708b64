import LinkService

/// Reads single values: a text in, a checked value or its fault out.
enum ValueParser {
    private static let trueWords: Set<String> = ["true", "yes", "on", "1"]
    private static let falseWords: Set<String> = ["false", "no", "off", "0"]

    static func bool(_ text: String) throws(ValueFault) -> Bool {
        let word = text.lowercased()
        if Self.trueWords.contains(word) { return true }
        if Self.falseWords.contains(word) { return false }
        throw ValueFault("is neither true nor false")
    }

    static func port(_ text: String) throws(ValueFault) -> Int {
        guard let port = Self.digits(text), port <= 65_535 else {
            throw ValueFault("is not a port from 0 to 65535 (0 takes any free one)")
        }
        return port
    }

    static func seconds(_ text: String, in range: ClosedRange<Int>) throws(ValueFault) -> Int {
        guard let seconds = Self.digits(text), range.contains(seconds) else {
            throw ValueFault("is not a whole number of seconds from \(range.lowerBound) to \(range.upperBound)")
        }
        return seconds
    }

    /// A number of messages, also a broken one (`0.5`), but never none: nothing would ever be sent.
    static func rate(_ text: String, upTo most: Double) throws(ValueFault) -> Double {
        guard let rate = Double(text), rate > 0, rate <= most else {
            throw ValueFault("is not a number above 0 and up to \(Int(most))")
        }
        return rate
    }

    static func path(_ text: String) throws(ValueFault) -> String {
        guard !text.utf8.contains(0) else { throw ValueFault("is not a path") }
        return text
    }

    /// An IP address, or the name of a host.
    static func host(_ text: String) throws(ValueFault) -> String {
        guard IPAddress(text) != nil || Self.isHostName(text) else {
            throw ValueFault("is neither an IP address nor a host name")
        }
        return text
    }

    static func loopbackHost(_ text: String) throws(ValueFault) -> String {
        let host = try Self.host(text)
        guard Self.isLoopback(host) else {
            throw ValueFault(
                "is not a loopback address: API keys and TLS are not built yet, "
                    + "and without them anybody who can connect could send messages to every linked user")
        }
        return host
    }

    /// A list of blocks, separated by commas or white space.
    static func blocks(_ text: String) throws(ValueFault) -> [AddressBlock] {
        var blocks: [AddressBlock] = []
        for part in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            guard let block = AddressBlock(String(part)) else {
                throw ValueFault(
                    "holds \"\(part)\", which is not an address block (its first address, a slash, a length)")
            }
            blocks.append(block)
        }
        return blocks
    }

    static func choice<Choice: RawRepresentable & CaseIterable>(
        _ text: String, of: Choice.Type
    ) throws(ValueFault) -> Choice where Choice.RawValue == String {
        guard let choice = Choice(rawValue: text.lowercased()) else {
            throw ValueFault("is not one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return choice
    }

    static func isLoopback(_ host: String) -> Bool {
        host.lowercased() == "localhost" || IPAddress(host)?.isLoopback == true
    }

    /// Letters, digits, `-` and `_` between dots, not ending in a number as addresses do, within what DNS can hold.
    static func isHostName(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        let fits = text.utf8.count <= 253 && labels.allSatisfy { (1...63).contains($0.utf8.count) }
        let isPlain = text.utf8.allSatisfy { isWord($0) || $0 == UInt8(ascii: ".") }
        let hyphenated = labels.contains { $0.first == "-" || $0.last == "-" }
        return fits && isPlain && !hyphenated && labels.last.flatMap { Int($0) } == nil
    }

    /// ASCII letters, digits, `-` and `_`.
    static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default:
            false
        }
    }

    /// A whole number in plain digits: no sign, no separators.
    private static func digits(_ text: String) -> Int? {
        text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
}
