/// A place in a text, byte by byte.
struct ByteCursor {
    private let bytes: [UInt8]
    private(set) var offset = 0

    init(_ text: String) { self.bytes = Array(text.utf8) }

    /// The byte here; nil at the end.
    var current: UInt8? { self.byte(ahead: 0) }

    func byte(ahead distance: Int) -> UInt8? {
        let index = self.offset + distance
        return self.bytes.indices.contains(index) ? self.bytes[index] : nil
    }

    mutating func advance(by distance: Int = 1) { self.offset = min(self.offset + distance, self.bytes.count) }

    /// Takes this byte if it is here.
    mutating func take(_ byte: UInt8) -> Bool {
        guard self.current == byte else { return false }
        self.advance()
        return true
    }

    /// Takes bytes for as long as they match.
    mutating func take(while matches: (UInt8) -> Bool) -> String {
        let start = self.offset
        while let byte = self.current, matches(byte) { self.advance() }
        return String(decoding: self.bytes[start..<self.offset], as: UTF8.self)
    }

    mutating func skipSpaces() {
        while let byte = self.current, byte.isSpace { self.advance() }
    }

    /// Takes `&lt;`, `&gt;`, `&amp;`, `&quot;` or a numeric reference; nil, and nothing taken, if there is none here.
    mutating func takeHTMLReference() -> Unicode.Scalar? {
        var probe = self
        probe.advance()
        let scalar: Unicode.Scalar?
        if probe.take(UInt8(ascii: "#")) {
            let isHexadecimal = probe.take(UInt8(ascii: "x"))
            let digits = probe.take { isHexadecimal ? $0.isHexDigit : $0.isDigit }
            scalar = UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
            guard scalar?.value != 0 else { return nil }
        } else {
            let names: [String: Unicode.Scalar] = ["lt": "<", "gt": ">", "amp": "&", "quot": "\""]
            scalar = names[probe.take { $0.isLetter }]
        }
        guard let scalar else { return nil }
        _ = probe.take(UInt8(ascii: ";"))
        self = probe
        return scalar
    }
}

extension UInt8 {
    var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) || self == 0 }
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    var isHexDigit: Bool { self.isDigit || (0x61...0x66).contains(self | 0x20) }
    /// A letter, a digit or `_`.
    var isWord: Bool { self.isLetter || self.isDigit || self == UInt8(ascii: "_") }
    var isNameToken: Bool { self.isLetter || self.isDigit || self == UInt8(ascii: ".") || self == UInt8(ascii: "-") }
}
