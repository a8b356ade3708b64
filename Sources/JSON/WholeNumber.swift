/// A whole number read from the text of a JSON number.
struct WholeNumber {
    let isNegative: Bool
    private(set) var magnitude: UInt64 = 0

    /// Zeros seen behind the last other digit: they count only if another digit, or no fraction, follows.
    private var zeros = 0

    /// Nil if `text`, a well-formed JSON number, is not whole or its magnitude exceeds `UInt64.max`. Takes time in
    /// proportion to the text, whatever the exponent.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        self.isNegative = text.first == UInt8(ascii: "-")
        var at = self.isNegative ? 1 : 0
        guard self.digits(text, &at) else { return nil }
        if at == text.count {
            guard self.scale(by: self.zeros) else { return nil }
            return
        }
        var exponent = 0
        if text[at] == UInt8(ascii: ".") {
            at += 1
            let fraction = at
            guard self.digits(text, &at) else { return nil }
            exponent = fraction - at
        }
        if at < text.count { exponent += Self.exponent(UnsafeBufferPointer(rebasing: text[(at + 1)...])) }
        guard self.magnitude != 0 else { return }
        // The magnitude now ends in a digit other than 0: it is a whole number only if nothing is to be divided.
        guard self.zeros + exponent >= 0, self.scale(by: self.zeros + exponent) else { return nil }
    }

    /// Takes in digits. False if they are too many: more than fit, so that no exponent can help.
    private mutating func digits(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Bool {
        while at < text.count, text[at].isDigit {
            let digit = UInt64(text[at] &- 0x30)
            at += 1
            if digit == 0 {
                if self.magnitude != 0 { self.zeros += 1 }
                continue
            }
            guard self.scale(by: self.zeros + 1) else { return false }
            self.zeros = 0
            let (sum, overflow) = self.magnitude.addingReportingOverflow(digit)
            if overflow { return false }
            self.magnitude = sum
        }
        return true
    }

    /// Multiplies by ten so many times; false if it does not fit. At most twenty steps, since the first digit is not 0.
    private mutating func scale(by tens: Int) -> Bool {
        guard self.magnitude != 0 else { return true }
        guard tens < 20 else { return false }
        for _ in 0..<tens {
            let (product, overflow) = self.magnitude.multipliedReportingOverflow(by: 10)
            if overflow { return false }
            self.magnitude = product
        }
        return true
    }

    /// The number behind `e`, held within what no text can make up for by its length.
    private static func exponent(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var value = 0
        for byte in text where byte.isDigit { value = min(value * 10 + Int(byte &- 0x30), JSONDocument.bytesMax * 2) }
        return text.first == UInt8(ascii: "-") ? -value : value
    }
}
