extension MarkupInput {
    /// A character reference at `start`, where an `&` stands; nil if it is one that Telegram takes literally.
    func htmlReference(at start: Int) -> (code: UInt32, end: Int)? {
        guard let (code, end) = self[start + 1] == UInt8(ascii: "#") ? self.numeric(at: start) : self.named(at: start)
        else { return nil }
        return (code, self[end] == UInt8(ascii: ";") ? end + 1 : end)
    }

    /// The first index from `start` on that is no white space, or the end.
    func skipHTMLSpace(from start: Int) -> Int {
        var index = start
        while index < self.count, self[index] != 0, self[index].isMarkupSpace { index += 1 }
        return index
    }

    private func numeric(at start: Int) -> (code: UInt32, end: Int)? {
        let isHex = self[start + 2] == UInt8(ascii: "x")
        var end = start + (isHex ? 3 : 2)
        var code: UInt32 = 0
        while let digit = Character(Unicode.Scalar(self[end])).hexDigitValue, isHex || digit < 10 {
            code = code &* (isHex ? 16 : 10) &+ UInt32(digit)
            end += 1
        }
        return code == 0 || code >= 0x10FFFF || end - start >= 10 ? nil : (code, end)
    }

    private func named(at start: Int) -> (code: UInt32, end: Int)? {
        var end = start + 1
        while self[end].isHTMLLetter { end += 1 }
        switch self.text(start + 1..<end) {
        case "lt": return (0x3C, end)
        case "gt": return (0x3E, end)
        case "amp": return (0x26, end)
        case "quot": return (0x22, end)
        default: return nil
        }
    }
}

extension UInt8 {
    fileprivate var isHTMLLetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }

    /// An ASCII letter or digit.
    var isHTMLAlphanumeric: Bool {
        self.isHTMLLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}
