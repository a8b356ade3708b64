import EventLog

/// Records `range`, of about `byteCount` bytes each, none like another.
func records(_ range: ClosedRange<UInt64>, byteCount: Int = 40) -> [Record] {
    range.map { seq in
        var text = "{\"seq\":\(seq)"
        text += ",\"x\":\"" + String(repeating: "x", count: max(0, byteCount - text.utf8.count)) + "\"}"
        return Record(seq: seq, bytes: Array(text.utf8))
    }
}

/// A generator whose numbers repeat with its seed; it prints the seed, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ name: String, seed: UInt64 = .random(in: 0...UInt64.max)) {
        print("\(name): seed \(seed)")
        self.state = seed
    }

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var value = self.state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
