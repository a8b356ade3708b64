/// The bytes of a text that is being parsed, with zeros behind its end, as Telegram's parsers see it.
struct MarkupInput {
    private let bytes: [UInt8]
    let count: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        self.count = bytes.count
    }

    subscript(index: Int) -> UInt8 {
        index < self.count ? self.bytes[index] : 0
    }

    /// The bytes in `range` as a text.
    func text(_ range: Range<Int>) -> String {
        String(decoding: self.bytes[range.clamped(to: 0..<self.count)], as: UTF8.self)
    }

    /// Whether what stands at `index` is `text`.
    func has(_ text: StaticString, at index: Int) -> Bool {
        text.withUTF8Buffer { expected in
            expected.indices.allSatisfy { self[index + $0] == expected[$0] }
        }
    }
}

extension UInt8 {
    /// White space to Telegram, the end of the text included.
    var isMarkupSpace: Bool {
        switch self {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"), 0x0B, 0: true
        default: false
        }
    }

    /// A line's end of either kind.
    var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
