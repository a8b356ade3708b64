/// Makes random JSON texts that follow the grammar, with names unique in each object.
struct RandomText {
    private var random: SeededRandom
    private var text = ""

    static func make(_ random: inout SeededRandom) -> String {
        var maker = RandomText(random: random)
        maker.space()
        maker.value(depth: Int.random(in: 0...6, using: &maker.random))
        maker.space()
        random = maker.random
        return maker.text
    }

    private init(random: SeededRandom) { self.random = random }

    private mutating func value(depth: Int) {
        switch Int.random(in: 0..<(depth > 0 ? 10 : 6), using: &self.random) {
        case 0: self.text += ["null", "true", "false"].randomElement(using: &self.random) ?? "null"
        case 1, 2: self.number()
        case 3...5: self.string()
        case 6, 7: self.array(depth: depth - 1)
        default: self.object(depth: depth - 1)
        }
    }

    private mutating func array(depth: Int) {
        self.text += "["
        self.space()
        for index in 0..<Int.random(in: 0...5, using: &self.random) {
            if index > 0 { self.comma() }
            self.value(depth: depth)
            self.space()
        }
        self.text += "]"
    }

    private mutating func object(depth: Int) {
        self.text += "{"
        self.space()
        // Now and then more than are compared pairwise.
        let count = self.random.oneIn(20) ? 40 : Int.random(in: 0...6, using: &self.random)
        for index in 0..<count {
            if index > 0 { self.comma() }
            self.string(prefix: "\(index)-")
            self.space()
            self.text += ":"
            self.space()
            self.value(depth: depth)
            self.space()
        }
        self.text += "}"
    }

    private mutating func comma() {
        self.text += ","
        self.space()
    }

    private mutating func space() {
        guard self.random.oneIn(4) else { return }
        for _ in 0..<Int.random(in: 1...3, using: &self.random) {
            self.text += [" ", "\n", "\r", "\t"].randomElement(using: &self.random) ?? " "
        }
    }

    private mutating func number() {
        if self.random.oneIn(3) { self.text += "-" }
        self.text +=
            self.random.oneIn(4) ? "0" : String(Int.random(in: 1...self.random.magnitude(), using: &self.random))
        if self.random.oneIn(3) { self.text += "." + self.digits() }
        if self.random.oneIn(4) {
            self.text += ["e", "E", "e+", "E-", "e-"].randomElement(using: &self.random) ?? "e"
            self.text += String(Int.random(in: 0...30, using: &self.random))
        }
    }

    private mutating func digits() -> String {
        (0..<Int.random(in: 1...8, using: &self.random))
            .map { _ in String(Int.random(in: 0...9, using: &self.random)) }.joined()
    }

    private mutating func string(prefix: String = "") {
        self.text += "\"" + prefix
        for _ in 0..<Int.random(in: 0...12, using: &self.random) { self.character() }
        self.text += "\""
    }

    private mutating func character() {
        switch Int.random(in: 0..<12, using: &self.random) {
        case 0: self.text += ["é", "Ж", "€", "\u{FFFF}", "😀", "\u{10FFFF}"].randomElement(using: &self.random) ?? ""
        case 1:
            let escapes = ["\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"]
            self.text += escapes.randomElement(using: &self.random) ?? ""
        case 2:
            let escapes = ["\\u0000", "\\u001f", "\\u00e9", "\\u20AC", "\\uD83D\\uDE00", "\\uFFFF"]
            self.text += escapes.randomElement(using: &self.random) ?? ""
        default:
            let printable = UInt8.random(in: 0x23...0x5B, using: &self.random)
            self.text.unicodeScalars.append(Unicode.Scalar(printable))
        }
    }
}

extension SeededRandom {
    /// A bound that makes short numbers as likely as long ones.
    fileprivate mutating func magnitude() -> Int {
        [9, 999, 1_000_000, Int(Int32.max), 1 << 53, Int.max].randomElement(using: &self) ?? 9
    }
}
