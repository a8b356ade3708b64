import NIOCore

/// Reads the headers in front of a message, as language servers send them.
enum HeaderBlock {
    /// The longest length that is read; more digits cannot be within any limit.
    private static let digitsMax = 10

    /// The value of the one `Content-Length`; nil if there is none, more than one, or anything that is no header.
    ///
    /// - Parameter block: the headers with the empty line behind them.
    static func contentLength(of block: ByteBufferView) -> Int? {
        var length: Int?
        var rest = block.dropLast(2)
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let line = rest[..<end]
            rest = rest[rest.index(after: end)...]
            guard line.last == UInt8(ascii: "\r"), let colon = line.firstIndex(of: UInt8(ascii: ":")),
                colon > line.startIndex
            else { return nil }
            guard Self.isContentLength(line[..<colon]) else { continue }
            guard length == nil, let value = Self.number(line[line.index(after: colon)...].dropLast()) else {
                return nil
            }
            length = value
        }
        return length
    }

    private static func isContentLength(_ name: ByteBufferView) -> Bool {
        name.elementsEqual("content-length".utf8) { $0 | 0x20 == $1 || $0 == $1 }
    }

    private static func number(_ value: ByteBufferView) -> Int? {
        let blanks: Set<UInt8> = [0x20, 0x09]
        let digits = Array(value.drop { blanks.contains($0) }.reversed().drop { blanks.contains($0) }.reversed())
        guard !digits.isEmpty, digits.count <= Self.digitsMax, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    }
}
